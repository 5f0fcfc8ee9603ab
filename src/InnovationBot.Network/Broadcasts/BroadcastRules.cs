using System.Text.RegularExpressions;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Events;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>What a broadcast may hold. Each refusal names the field as files do.</summary>
public sealed partial class BroadcastRules(NetworkDb db, IDrawnBroadcasts cards)
{
    public const int LongestTitle = 120;
    public const int LongestText = 4000;
    public const int LongestAlt = 300;
    public const int LongestReason = 200;
    public const int LongestButton = 25;
    public const int MostButtons = 3;
    private const int LongestAddress = 2000;

    /// <param name="kind">What it is.</param>
    /// <param name="content">What is written.</param>
    /// <param name="about">The event, case or award round.</param>
    public async Task<Refusal?> Check(BroadcastKind kind, BroadcastContent content, Guid? about, CancellationToken stop) =>
        Words(kind, content) ?? await Subject(kind, about, stop) ?? await Size(kind, content, about, stop);

    /// <summary>Bytes of the whole card as it is sent: Teams takes 28 KB, and less where others are in the message.</summary>
    public const int LargestCard = 25 * 1024;

    private async Task<Refusal?> Size(BroadcastKind kind, BroadcastContent content, Guid? about, CancellationToken stop) =>
        await cards.Largest(new Broadcast { Kind = kind, Content = content, About = about }, stop) is var bytes && bytes > LargestCard
            ? BroadcastRefusals.CardTooBig.With("size", (bytes + 1023) / 1024).With("most", LargestCard / 1024) : null;

    /// <summary>A case that can be told as a story: published, for everybody, with a result.</summary>
    public static bool IsStory(Case @case) => !string.IsNullOrWhiteSpace(@case.Result) || @case.Results.Count > 0;

    private static Refusal? Words(BroadcastKind kind, BroadcastContent content)
    {
        if (kind == BroadcastKind.Message && content.Title.Count == 0) return BroadcastRefusals.FieldMissing.With("field", "title");
        if (kind == BroadcastKind.Message && content.Text.Count == 0) return BroadcastRefusals.FieldMissing.With("field", "text");
        if (Texts("title", content.Title, LongestTitle) is { } title) return title;
        if (Texts("text", content.Text, LongestText) is { } text) return text;
        foreach (var (code, markdown) in content.Text)
            if (Links(markdown) is { } link) return BroadcastRefusals.Address.With("field", Named("text", code)).With("value", Short(link));
        if (content.Picture is { } picture && !IsHttps(picture)) return BroadcastRefusals.Address.With("field", "picture").With("value", Short(picture));
        if (content.Picture is not null && string.IsNullOrWhiteSpace(content.Alt)) return BroadcastRefusals.AltMissing;
        if (content.Alt is { } alt && Text("alt", alt, LongestAlt) is { } unfit) return unfit;
        return Buttons(content.Buttons);
    }

    private static Refusal? Texts(string field, Dictionary<string, string> texts, int most)
    {
        foreach (var (code, text) in texts)
        {
            if (code != BroadcastContent.AnyLanguage && !new Language(code).IsSpoken)
                return BroadcastRefusals.ValueUnknown.With("field", $"{field}.{Short(code)}").With("known", string.Join(", ", Language.Spoken.Select(language => language.Code)));
            if (string.IsNullOrWhiteSpace(text)) return BroadcastRefusals.FieldMissing.With("field", Named(field, code));
            if (Text(Named(field, code), text, most) is { } unfit) return unfit;
        }

        return null;
    }

    private static Refusal? Text(string field, string text, int most) =>
        text.Length > most ? BroadcastRefusals.TooLong.With("field", field).With("most", most).With("length", text.Length)
        : Tag().IsMatch(text) ? BroadcastRefusals.Html.With("field", field)
        : null;

    private static Refusal? Buttons(List<BroadcastButton> buttons)
    {
        if (buttons.Count > MostButtons) return BroadcastRefusals.TooManyButtons.With("most", MostButtons);
        for (var i = 0; i < buttons.Count; i++)
        {
            var (title, url) = buttons[i];
            if (string.IsNullOrWhiteSpace(title)) return BroadcastRefusals.FieldMissing.With("field", $"buttons[{i}].title");
            if (Text($"buttons[{i}].title", title, LongestButton) is { } unfit) return unfit;
            if (!IsHttps(url)) return BroadcastRefusals.Address.With("field", $"buttons[{i}].url").With("value", Short(url));
        }

        return null;
    }

    private async Task<Refusal?> Subject(BroadcastKind kind, Guid? about, CancellationToken stop)
    {
        switch (kind)
        {
            case BroadcastKind.Story:
                if (about is not { } id) return BroadcastRefusals.FieldMissing.With("field", "case");
                var caseId = new CaseId(id);
                if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, stop) is not { State: CaseState.Published or CaseState.Archived } @case) return BroadcastRefusals.CaseUnknown;
                return @case.Readers != Readers.Network ? BroadcastRefusals.CaseNotForAll : IsStory(@case) ? null : BroadcastRefusals.NoResult;
            case BroadcastKind.Event:
                if (about is not { } eventId) return BroadcastRefusals.FieldMissing.With("field", "event");
                var @event = new EventId(eventId);
                return await db.Events.AnyAsync(e => e.Id == @event && e.Stage == EventStage.Published, stop) ? null : BroadcastRefusals.EventUnknown;
            case BroadcastKind.Award:
                if (about is not { } awardId) return BroadcastRefusals.FieldMissing.With("field", "award");
                var award = new AwardRoundId(awardId);
                return await db.AwardRounds.AnyAsync(r => r.Id == award && r.PublishedAt != null, stop) ? null : BroadcastRefusals.AwardUnknown;
            default:
                return null;
        }
    }

    /// <returns>The first address in a link of the text that is not https.</returns>
    private static string? Links(string markdown) =>
        Link().Matches(markdown).Select(link => link.Groups[1].Value).FirstOrDefault(address => !IsHttps(address));

    private static bool IsHttps(string address) =>
        address.Length <= LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" } && uri.Host.Length > 0
        && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));

    private static string Named(string field, string code) => code == BroadcastContent.AnyLanguage ? field : $"{field}.{code}";

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";

    [GeneratedRegex("<[/!]?[a-z][^<>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\]\(\s*<?([^\s)>]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
