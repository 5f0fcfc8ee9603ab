using System.Text;
using InnovationBot.Service.CommandLine;
using InnovationBot.Service.Hosting;

namespace InnovationBot.Service.Demo;

/// <summary>
/// The folder that a demo keeps between its runs, held for one run at a time. A mark in it tells it from the folder of a real
/// network, which a demo neither plays in nor resets.
/// </summary>
public sealed class DemoFolder : IDisposable
{
    private const string Mark = "demo.txt";

    private static readonly string[] Store = ["network.db", "network.db-wal", "network.db-shm"];

    private readonly string folder;
    private readonly FileStream held;

    private DemoFolder(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
    }

    public static string Default => Path.Combine(Installation.DefaultFolder, "demo");

    private const string ClockFile = "clock.json";

    public string Clock => Path.Combine(folder, ClockFile);

    /// <returns>The file of the clock by which the demo of this folder lives; <c>null</c> when it is no demo's.</returns>
    public static string? ClockOf(string folder) => File.Exists(Path.Combine(folder, Mark)) ? Path.Combine(folder, ClockFile) : null;

    /// <summary>The store of this demo, whatever store the environment names.</summary>
    public string ConnectionString => $"Data Source={Path.Combine(folder, Store[0])}";

    /// <param name="folder">Exists and can be written.</param>
    /// <param name="fresh">Begins anew: store, search index and clock are deleted, nothing else.</param>
    /// <exception cref="CommandFault">The folder holds a network that no demo made, or another demo runs in it.</exception>
    public static DemoFolder Open(string folder, bool fresh)
    {
        var mark = Path.Combine(folder, Mark);
        if (File.Exists(Path.Combine(folder, Store[0])) && !File.Exists(mark))
            throw new CommandFault($"{folder} holds a network that is not a demo's, and the demo leaves it alone. Choose another folder with --data DIR.");

        var demo = new DemoFolder(folder, Hold(mark));
        try
        {
            if (fresh) demo.Reset();
            return demo;
        }
        catch (IOException fault)
        {
            demo.Dispose();
            throw new CommandFault($"{folder} cannot be reset: {fault.Message}", inner: fault);
        }
    }

    public void Dispose() => held.Dispose();

    private static FileStream Hold(string mark)
    {
        try
        {
            var held = new FileStream(mark, FileMode.Create, FileAccess.Write, FileShare.None);
            held.Write(Encoding.UTF8.GetBytes("The sample network of `innovationbot demo`. `demo --fresh` deletes it and begins anew.\n"));
            held.Flush();
            return held;
        }
        catch (IOException fault)
        {
            throw new CommandFault($"Another demo runs in {Path.GetDirectoryName(mark)}. Stop that one, or choose another folder with --data DIR.", inner: fault);
        }
    }

    private void Reset()
    {
        foreach (var file in Store.Append(Path.GetFileName(Clock))) File.Delete(Path.Combine(folder, file));
        var index = Path.Combine(folder, "index");
        if (Directory.Exists(index)) Directory.Delete(index, recursive: true);
    }
}
