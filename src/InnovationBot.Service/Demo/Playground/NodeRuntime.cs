using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace InnovationBot.Service.Demo.Playground;

/// <summary>Node and npm of this machine.</summary>
/// <param name="Node">Full path of the program.</param>
/// <param name="Npm">Full path of the program.</param>
public sealed record NodeRuntime(string Node, string Npm)
{
    /// <summary>The oldest that the Playground runs on.</summary>
    public const int OldestMajor = 20;

    /// <param name="searchPath">As the environment's <c>PATH</c>.</param>
    /// <returns>What was found, or a sentence that says what is missing.</returns>
    public static async Task<(NodeRuntime? Found, string? Missing)> Find(string? searchPath, CancellationToken stop)
    {
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (Program(folders, "node") is not { } node) return (null, $"Node {OldestMajor} is not installed (https://nodejs.org)");
        if (Program(folders, "npm") is not { } npm) return (null, "npm, which comes with Node, is not installed (https://nodejs.org)");
        if (await MajorVersion(node, stop) is not { } major) return (null, $"{node} does not run");
        if (major < OldestMajor) return (null, $"Node {OldestMajor} or newer is needed, and {node} is version {major}");
        return (new NodeRuntime(node, npm), null);
    }

    private static string? Program(string[] folders, string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{name}.exe", $"{name}.cmd"] : [name];
        return folders.SelectMany(folder => names.Select(file => Path.Combine(folder, file))).FirstOrDefault(File.Exists);
    }

    private static async Task<int?> MajorVersion(string node, CancellationToken stop)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var version = (await process.StandardOutput.ReadToEndAsync(stop)).Trim();
            await process.WaitForExitAsync(stop);
            return int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
