using System.Reflection;
using System.Text.Json.Nodes;
using InnovationBot.Network;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary>
/// A kind of thing that scripts make and read, <c>create KIND FILE</c> and <c>show KIND ID</c>. A class with
/// <see cref="ScriptedKindAttribute"/> is all it takes to add one; it is made with the parts of the network it asks for.
/// </summary>
internal interface IScriptedKind
{
    /// <summary>Makes it, by the use case that the conversation calls too.</summary>
    /// <param name="file">The object in the file; what is wrong with single fields is told to it.</param>
    /// <param name="by">None for the administrator of this machine.</param>
    /// <param name="publish">Others see it at once; else it is a draft.</param>
    /// <returns>The new id, or why not; none when faults were told.</returns>
    Task<Result<string>?> Create(ScriptedFile file, MemberId? by, bool publish, CancellationToken stop);

    /// <summary>State and numbers as FORMATS has them.</summary>
    Task<Result<JsonObject>> Show(string id, MemberId? by, CancellationToken stop);
}

/// <summary>Names the kind, "event".</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ScriptedKindAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

internal static class ScriptedKinds
{
    /// <summary>Every kind of this program, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Type> All = new SortedDictionary<string, Type>(
        (from type in typeof(ScriptedKinds).Assembly.GetTypes()
         let kind = type.GetCustomAttribute<ScriptedKindAttribute>()
         where kind is not null
         select (kind.Name, Type: type)).ToDictionary(one => one.Name, one => one.Type), StringComparer.Ordinal);
}
