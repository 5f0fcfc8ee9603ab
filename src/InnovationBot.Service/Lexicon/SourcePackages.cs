using System.ComponentModel;
using System.Diagnostics;
using InnovationBot.Search.Packs.Building;

namespace InnovationBot.Service.Lexicon;

/// <summary>
/// Fetches what a language pack is compiled from into a folder, without installing anything: Debian's packages by apt-get and dpkg-deb,
/// else npm's. What was fetched stays there until the pack is made, so that a stopped build does not fetch it again.
/// </summary>
internal sealed class SourcePackages(string folder, Action<string> progress)
{
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task Fetch(PackSources found, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        if (!await FromDebian(found.DebianPackages, stop) && found.NpmPackages.Count > 0) await FromNpm(found.NpmPackages, stop);
    }

    private async Task<bool> FromDebian(IReadOnlyList<string> packages, CancellationToken stop)
    {
        if (await Run("apt-get", ["--version"], folder, stop) is not 0) return false;
        if (packages.Count > 0 && await Run("apt-cache", ["show", packages[0]], folder, stop) is not 0) await Run("apt-get", ["update", "-qq"], folder, stop); // empty lists; only root may fill them
        var any = false;
        foreach (var package in packages)
        {
            if (Directory.GetFiles(folder, $"{package}_*.deb") is { Length: > 0 }) { any = true; continue; }
            if (await Run("apt-get", ["download", "-qq", package], folder, stop) is not 0 || Directory.GetFiles(folder, $"{package}_*.deb") is not [var file, ..]) continue;
            if (await Run("dpkg-deb", ["-x", file, folder], folder, stop) is 0) any = true;
            else File.Delete(file);
            progress($"Fetched {package}");
        }

        return any;
    }

    private async Task FromNpm(IReadOnlyList<string> packages, CancellationToken stop)
    {
        progress($"Fetching {string.Join(", ", packages)} by npm ...");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (await Run(npm, ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", .. packages], folder, stop) is not 0)
            progress("npm could not fetch them.");
    }

    /// <returns>What it ended with; <c>null</c> when there is no such program.</returns>
    private static async Task<int?> Run(string program, IReadOnlyList<string> arguments, string where, CancellationToken stop)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = where, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            process.StandardInput.Close();
            try
            {
                var (output, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
                await Task.WhenAll(output, errors);
                await process.WaitForExitAsync(stop);
                return process.ExitCode;
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
