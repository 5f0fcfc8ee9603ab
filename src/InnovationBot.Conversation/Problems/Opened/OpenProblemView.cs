using InnovationBot.Conversation.Routing;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>Which page of the open problems a press is about; what is not known filters nothing.</summary>
internal readonly record struct OpenProblemView(OpenProblemFilter Filter, int Page)
{
    /// <summary>The value of a choice that filters nothing: some clients cannot take a choice back.</summary>
    public const string Any = "any";

    public static OpenProblemView Of(PressData data) => new(Read(data, "task", "tier", "language"), Math.Clamp(data.Number("page") ?? 1, 1, 100_000));

    public static OpenProblemView OfFields(PressData data) => new(Read(data, "bytask", "bytier", "bylanguage"), 1);

    private static OpenProblemFilter Read(PressData data, string task, string tier, string language)
    {
        var about = data.Text(task, 100);
        var spoken = new Language(data.Text(language, 8) is { Length: 2 } code ? code : "xx");
        return new OpenProblemFilter(about.Length == 0 || about == Any ? null : about, data.Word<Tier>(tier), spoken.IsSpoken ? spoken : null);
    }
}
