using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>What of a case was published when, by whom, and what changed: a line each, and each opens.</summary>
public static class HistoryCard
{
    private const int Most = 10;

    /// <summary>All words of one version together, in characters.</summary>
    private const int Room = 8000;

    /// <param name="page">1 has the newest.</param>
    public static AdaptiveCard For(CaseId @case, IReadOnlyList<PastVersion> versions, Reading reading, int page = 1)
    {
        var say = reading.Say;
        (page, var pages) = Paged.At(page, versions.Count, Most);
        return HouseStyle.Card(
            say.Language.Code,
            say["Sharing.HistoryHeading"],
            [
                HouseStyle.Rows([.. versions.Skip((page - 1) * Most).Take(Most).Select(version => HouseStyle.RowLink(
                    Heading(version, reading),
                    Showing.Join(say, By(version, say), version.Before is null ? say["Sharing.FirstVersion"] : Changed(version, say)),
                    MineCard.Open(Heading(version, reading), "mine/version", Data(@case, version.Number).With("page", CaseFieldWords.Text(page)))))]),
                .. Paging.Turning(page, pages, "mine/history", to => CardData.Of(("case", @case.ToString()), ("page", Paging.Number(to))), say),
                HouseStyle.Back(say["Words.Back"], "mine/case", ("case", @case.ToString())),
            ]);
    }

    /// <param name="page">The one of the list that it was opened from.</param>
    public static AdaptiveCard One(CaseId @case, PastVersion version, Reading reading, int page = 1)
    {
        var say = reading.Say;
        var fields = version.Before is null ? Enum.GetValues<CaseField>().Where(field => say.Value(field, version.Content, 2000) != say["Sharing.Empty"]).ToList() : version.Changed;
        var most = Math.Clamp(Room / Math.Max(1, fields.Count * 2), 80, 1000);
        var body = new List<CardElement> { HouseStyle.Subtle(By(version, say)) };
        foreach (var field in fields)
        {
            body.Add(MineCard.Section(say.Name(field)));
            if (version.Before is { } before)
            {
                body.Add(HouseStyle.Labelled(say["Sharing.Was"], say.Value(field, before, most)));
                body.Add(HouseStyle.Labelled(say["Sharing.Became"], say.Value(field, version.Content, most)));
            }
            else
            {
                body.AddRange(HouseStyle.Lines(say.Value(field, version.Content, most)));
            }
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "mine/history", CardData.Of(("case", @case.ToString()), ("page", CaseFieldWords.Text(page)))));
        return HouseStyle.Card(say.Language.Code, Heading(version, reading), body);
    }

    private static string Heading(PastVersion version, Reading reading) =>
        Showing.Join(reading.Say, reading.Say["Sharing.Version", ("number", version.Number)], reading.Say.Date(version.At, reading.Zone));

    private static string Changed(PastVersion version, Say say) => say["Sharing.ChangedFields", ("fields", string.Join(", ", version.Changed.Select(say.Name)))];

    private static string By(PastVersion version, Say say) =>
        version.ByReader ? say["Sharing.ByYou"] : version.By ?? say[version is { Number: 1, Before: null } ? "Sharing.ByImport" : "Sharing.ByGone"];

    private static CardData Data(CaseId @case, int number) => CardData.Of(("case", @case.ToString()), ("number", number.ToString(CultureInfo.InvariantCulture)));
}
