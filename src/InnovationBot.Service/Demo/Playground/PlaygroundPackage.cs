using System.Diagnostics;
using System.Security.Cryptography;

namespace InnovationBot.Service.Demo.Playground;

/// <summary>
/// The Microsoft 365 Agents Playground as npm delivers it, in exactly the version of the lock file beside the program; installed once
/// for this user and each state of that file.
/// </summary>
public sealed class PlaygroundPackage
{
    private static readonly string[] Listed = ["package.json", "package-lock.json", ".npmrc"];

    private PlaygroundPackage(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>What Node runs.</summary>
    public string Program => Path.Combine(Folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    /// <summary>Published with the program.</summary>
    internal static string Sources { get; } = Path.Combine(AppContext.BaseDirectory, "Demo", "Playground");

    /// <param name="cache">Folder in which installed versions are kept.</param>
    /// <param name="progress">Told a sentence when something has to be fetched.</param>
    /// <exception cref="PlaygroundException">npm could not install it.</exception>
    public static async Task<PlaygroundPackage> Install(NodeRuntime node, string cache, Action<string> progress, CancellationToken stop)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Sources, "package-lock.json"), stop);
        var package = new PlaygroundPackage(Path.Combine(cache, $"playground-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}"));
        if (File.Exists(package.Program)) return package;

        progress("Installing the Microsoft 365 Agents Playground (15 MB, only this once) ...");
        try
        {
            // Installed aside and moved in one step: a half-installed folder is never taken for a whole one.
            var aside = $"{package.Folder}.{Environment.ProcessId}";
            Directory.CreateDirectory(aside);
            try
            {
                foreach (var name in Listed) File.Copy(Path.Combine(Sources, name), Path.Combine(aside, name), overwrite: true);
                await RunNpm(node, aside, stop);
                if (!Directory.Exists(package.Folder)) Directory.Move(aside, package.Folder);
            }
            finally
            {
                if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PlaygroundException($"The Agents Playground could not be installed into {cache}: {fault.Message}", fault);
        }

        return package;
    }

    private static async Task RunNpm(NodeRuntime node, string folder, CancellationToken stop)
    {
        using var npm = Process.Start(new ProcessStartInfo(node.Npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(stop);
            var errors = await npm.StandardError.ReadToEndAsync(stop);
            await output;
            await npm.WaitForExitAsync(stop);
            if (npm.ExitCode != 0) throw new PlaygroundException($"npm could not install the Agents Playground: {Reason(errors)}");
        }
        finally
        {
            if (!npm.HasExited) npm.Kill(entireProcessTree: true);
        }
    }

    /// <summary>npm says a lot; the first line that is no code and no warning tells the reason.</summary>
    private static string Reason(string errors)
    {
        const string mark = "npm error ";
        return errors.Split('\n').FirstOrDefault(line => line.StartsWith(mark, StringComparison.Ordinal) && !line.StartsWith(mark + "code", StringComparison.Ordinal)) is { } line
            ? line[mark.Length..].Trim()
            : "it did not say why";
    }
}

/// <summary>Why the Playground does not run, in a sentence for whoever wanted it.</summary>
public sealed class PlaygroundException(string sentence, Exception? inner = null) : Exception(sentence, inner);
