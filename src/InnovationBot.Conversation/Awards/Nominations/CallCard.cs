using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Rounds;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Nominations;

/// <summary>The nomination card: what the award looks for, until when, and the button that begins. The same for all who read it.</summary>
public static class CallCard
{
    /// <param name="more">What stands under the buttons: why it came, the way back.</param>
    /// <param name="isPreview">Nothing on it can be pressed but <paramref name="more"/>.</param>
    public static AdaptiveCard For(AwardRound round, Reading reading, IEnumerable<CardElement>? more = null, bool isPreview = false)
    {
        var body = new List<CardElement>();
        body.AddRange(Call(round, reading, isPreview));
        if (more is not null) body.AddRange(more);
        return HouseStyle.Card(reading.Say.Language.Code, reading.Say["Nominations.CallHeading", ("name", round.Name)], body);
    }

    internal static IEnumerable<CardElement> Call(AwardRound round, Reading reading, bool isPreview = false)
    {
        var say = reading.Say;
        var (style, sign, text) = say.State(round, round.StateAt(reading.Now));
        yield return HouseStyle.BadgeLine(HouseStyle.OutcomeBadge(style, sign, text), "");
        if (round.Plan.Story is { } story)
            foreach (var line in HouseStyle.Lines(story)) yield return line;
        foreach (var track in round.Plan.Tracks) yield return HouseStyle.Subtle(say[$"Awards.Track_{Network.Vocabulary.Write(track)}"]);
        if (isPreview) yield break;
        if (round.IsCallOpen(reading.Now)) yield return HouseStyle.StrongButton(reading.Form(say["Awards.Nominate"], "nomination/new", AwardWords.Data(round)));
        yield return HouseStyle.Button(AwardWords.Act(say["Awards.RulesButton"], "award/rules", AwardWords.Data(round)));
    }
}

/// <summary>What somebody can nominate in, has begun, has nominated, and is nominated for.</summary>
public static class NominateCard
{
    public static AdaptiveCard For(OwnNominations own, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (own.Open is [var only]) body.AddRange(CallCard.Call(only, reading));
        else if (own.Open.Count > 1)
            body.Add(HouseStyle.Rows([.. own.Open.Select(round => HouseStyle.RowLink(
                round.Name, say.State(round, AwardState.Call).Text, AwardWords.Act(say["Problems.OpenNamed", ("title", round.Name)], "award/show", AwardWords.Data(round))))]));
        else foreach (var round in own.Coming) body.Add(HouseStyle.Subtle(Showing.Join(say, round.Name, say.State(round, AwardState.Draft).Text)));

        if (own.Mine.Count > 0)
        {
            body.Add(new TextBlock(Markdown.Escape(say["Awards.MyNominations"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Rows([.. own.Mine.Take(8).Select(one => Row(one.Nomination, one.Round, reading))]));
        }

        body.Add(HouseStyle.Back(say["Awards.AllRounds"], "award/list"));
        return HouseStyle.Card(say.Language.Code, own.Open switch
        {
            [var one] => say["Nominations.CallHeading", ("name", one.Name)],
            [] => say["Nominations.NoCall"],
            _ => say["Nominations.WhichRound"],
        }, body);
    }

    internal static ColumnSet Row(Nomination nomination, AwardRound round, Reading reading)
    {
        var (say, title) = (reading.Say, reading.Say.TitleOf(nomination));
        return HouseStyle.RowLink(title, Showing.Join(say, say.Line(nomination, round), round.Name), AwardWords.Act(say["Problems.OpenNamed", ("title", title)], "nomination/show", AwardWords.Data(nomination)));
    }

    internal static string TitleOf(this Texts.Say say, Nomination nomination) => nomination.Content.Title.Length > 0 ? nomination.Content.Title : say["Sharing.Untitled"];
}
