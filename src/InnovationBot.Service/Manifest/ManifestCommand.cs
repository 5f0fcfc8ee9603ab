using System.CommandLine;
using System.Reflection;
using InnovationBot.Service.CommandLine;
using Microsoft.Extensions.Configuration;

namespace InnovationBot.Service.Manifest;

/// <summary><c>manifest pack</c>: the package that a Teams administrator uploads.</summary>
internal static class ManifestCommand
{
    public static Command Make(CommandContext context)
    {
        var file = new Option<string>("--out") { Description = "File to write (default: innovationbot.zip)", HelpName = "FILE", DefaultValueFactory = _ => "innovationbot.zip" };
        var schema = new Option<string>("--schema") { Description = "Schema of the manifest: 1.29, or 1.25 for tenants whose Teams refuses that; the older one has no prompts to begin with", HelpName = "N.N", DefaultValueFactory = _ => ManifestPackage.Schemas[0] };
        schema.AcceptOnlyFromAmong([.. ManifestPackage.Schemas]);
        var answers = new ManifestAnswers(
            new("--app-id") { Description = "Id of the Teams app, which stays the same through its versions (default: the bot's)", HelpName = "GUID" },
            new("--bot-id") { Description = "The bot's Entra app id (default: Bot:AppId)", HelpName = "GUID" },
            new("--domain") { Description = "Host the app's links lead to, without https://; may be given again (default: that of Service:PublicUrl)", HelpName = "HOST" },
            new("--app-version") { Description = "Version of the package; raise it with each upload (default: the program's)", HelpName = "N.N.N" },
            new("--developer") { Description = "Who offers the app, at most 32 characters (default: Innovation network)", HelpName = "NAME" },
            new("--website") { Description = "https address of their page (default: the first domain's)", HelpName = "URL" },
            new("--privacy") { Description = "https address of the privacy statement (default: the website)", HelpName = "URL" },
            new("--terms") { Description = "https address of the terms of use (default: the website)", HelpName = "URL" });

        var pack = new Command("pack", "Write the Teams app package (a zip file) for this installation") { file, schema };
        foreach (var option in answers.All) pack.Add(option);
        pack.SetAction(parsed =>
        {
            var settings = context.Installation(parsed).ReadSettings();
            var identity = answers.Read(parsed, settings["Bot:AppId"], settings["Service:PublicUrl"], ProgramVersion());
            Write(identity, parsed.GetValue(file)!, parsed.GetRequiredValue(schema));
            context.Console.Result(Path.GetFullPath(parsed.GetValue(file)!));
            return ExitCode.Done;
        });
        return new Command("manifest", "The Teams app package") { pack };
    }

    private static void Write(AppIdentity identity, string path, string schema)
    {
        try
        {
            using var zip = File.Create(path);
            ManifestPackage.Write(identity, zip, schema);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"{path} cannot be written: {fault.Message} Choose another file with --out.", inner: fault);
        }
    }

    private static string ProgramVersion() => typeof(ManifestCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
