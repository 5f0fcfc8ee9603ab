using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace InnovationBot.Activities.Tests.Door;

/// <summary>Whatever bytes come, they are an activity that can be used or they are refused; nothing throws.</summary>
public sealed class DoorFuzzTests
{
    private static readonly string[] Files =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Payloads"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly string[] Values =
        ["null", "true", "-1e999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "{}", "[[[[]]]]", "\"2026-13-45\"", "{\"id\":{}}", "\"𝕏\"", "18446744073709551616"];

    [Property(MaxTest = 500)]
    public void Any_bytes_are_refused_or_used(byte[] bytes) => Use(bytes);

    [Property(MaxTest = 1000)]
    public Property Any_change_of_a_real_payload_is_refused_or_used() => Prop.ForAll(
        (from file in Gen.Choose(0, Files.Length - 1)
         from at in Gen.Choose(0, 4000)
         from length in Gen.Choose(0, 12)
         from put in Gen.Elements(Values)
         select (file, at, length, put)).ToArbitrary(),
        change =>
        {
            var text = File.ReadAllText(Files[change.file]);
            var at = Math.Min(change.at, text.Length);
            var end = Math.Min(at + change.length, text.Length);
            Use(Encoding.UTF8.GetBytes($"{text[..at]}{change.put}{text[end..]}"));
        });

    [Property(MaxTest = 1000)]
    public Property Any_member_may_have_any_value() => Prop.ForAll(
        (from file in Gen.Choose(0, Files.Length - 1)
         from member in Gen.Choose(0, 40)
         from inner in Gen.Choose(0, 8)
         from put in Gen.Elements(Values)
         select (file, member, inner, put)).ToArbitrary(),
        change =>
        {
            var activity = JsonNode.Parse(File.ReadAllText(Files[change.file]))!.AsObject();
            var names = activity.Select(one => one.Key).ToArray();
            var name = names[change.member % names.Length];
            if (activity[name] is JsonObject { Count: > 0 } nested && change.inner > 0) nested[nested.ElementAt(change.inner % nested.Count).Key] = "PLACE";
            else activity[name] = "PLACE";
            Use(Encoding.UTF8.GetBytes(activity.ToJsonString().Replace("\"PLACE\"", change.put, StringComparison.Ordinal)));
        });

    /// <summary>Everything that this room itself does with an activity.</summary>
    private static void Use(byte[] bytes)
    {
        var (activity, fault) = ActivityReader.Parse(bytes);
        if (fault != ActivityFault.None) return;

        CallerIdentity.NamesTwoTenants(activity!);
        ConversationReference.Of(activity!);
        TeamsChannelData.Of(activity!);
        MentionText.Strip(activity!);
        RepeatKey.Of(activity!);
        AdaptiveCardAction.Of(activity!);
        SearchRequest.Of(activity!);
        MessagingExtensionQuery.Of(activity!)?.Text("q");
        InvokeValue.Text(activity!, "a", "b");
        JsonSerializer.SerializeToUtf8Bytes(activity!, ActivityJson.Default.Activity);
    }
}
