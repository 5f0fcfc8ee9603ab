namespace InnovationBot.Search.Indexing;

/// <summary>
/// The folder an index lives in: generations side by side, a file that names the one in use, and a lock file held open
/// for as long as the process uses the folder. The operating system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string LockName = "in-use.lock";
    private const string CurrentName = "current";

    private readonly string folder;
    private readonly FileStream held;

    private IndexFolder(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
    }

    /// <returns><c>null</c> when another process has it, or the folder cannot be written.</returns>
    public static IndexFolder? TryHold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new(folder, new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The generation in use; <c>null</c> when there is none yet.</summary>
    public string? Current
    {
        get
        {
            var file = Path.Combine(folder, CurrentName);
            if (!File.Exists(file)) return null;
            var path = Path.Combine(folder, Path.GetFileName(File.ReadAllText(file).Trim()));
            return path != folder + Path.DirectorySeparatorChar && Directory.Exists(path) ? path : null;
        }
    }

    /// <summary>An empty folder for the next generation.</summary>
    public string Next()
    {
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(folder, FormattableString.Invariant($"generation-{number}"));
            if (path == Current || path == inMaking) continue;
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
            Directory.CreateDirectory(path);
            return inMaking = path;
        }
    }

    private string? inMaking;

    /// <summary>From now on, and after the next start, this generation is the one in use. The old ones may be deleted once closed.</summary>
    public void Use(string generation)
    {
        var written = Path.Combine(folder, CurrentName + ".new");
        File.WriteAllText(written, Path.GetFileName(generation));
        File.Move(written, Path.Combine(folder, CurrentName), overwrite: true);
        inMaking = null;
    }

    public void DeleteOthers()
    {
        foreach (var path in Directory.GetDirectories(folder, "generation-*"))
        {
            if (path != Current && path != inMaking) Directory.Delete(path, recursive: true);
        }
    }

    public void Dispose() => held.Dispose();
}
