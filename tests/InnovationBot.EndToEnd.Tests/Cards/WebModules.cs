using System.Diagnostics;
using System.Security.Cryptography;
using InnovationBot.Testing.Cards;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>
/// The npm packages of <c>web/</c>, installed once for each state of their lock file below <c>.artifacts</c>.
/// </summary>
internal static class WebModules
{
    private static readonly string[] Listed = ["package.json", "package-lock.json", ".npmrc"];

    private static readonly Lazy<Task<string>> Installed = new(Install);

    /// <summary>Folder of our own page, script and colours.</summary>
    public static string Web { get; } = Path.Combine(RepositoryFolder.Root, "tests", "InnovationBot.EndToEnd.Tests", "web");

    /// <summary>A file of an installed package.</summary>
    public static async Task<string> File(string path) => Path.Combine(await Installed.Value, "node_modules", path);

    private static async Task<string> Install()
    {
        var lockFile = await System.IO.File.ReadAllBytesAsync(Path.Combine(Web, "package-lock.json"));
        var folder = Path.Combine(RepositoryFolder.Root, ".artifacts", "web", Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16]);
        if (Directory.Exists(folder)) return folder;

        // Installed aside and moved in one step: a half-installed folder is never taken for a whole one.
        var aside = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(aside);
        foreach (var name in Listed) System.IO.File.Copy(Path.Combine(Web, name), Path.Combine(aside, name), overwrite: true);
        await Npm(aside);
        if (Directory.Exists(folder)) Directory.Delete(aside, recursive: true);
        else Directory.Move(aside, folder);
        return folder;
    }

    private static async Task Npm(string folder)
    {
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var npm = Start(start);
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = await npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci ended with {npm.ExitCode}: {errors}{await output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception notFound)
        {
            throw new InvalidOperationException("The browser tests need npm, which comes with Node 20.", notFound);
        }
    }
}
