using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Rounds;

/// <summary>Running and past rounds, a row each.</summary>
public static class AwardsCard
{
    private const int MostPast = 12;

    public static AdaptiveCard For(AwardsPage page, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (page.Running.Count > 0) body.Add(HouseStyle.Rows([.. page.Running.Select(round => Row(round, round.ShownAt(page.Now), reading))]));
        if (page.Past.Count > 0)
        {
            body.Add(new TextBlock(Markdown.Escape(say["Awards.Past"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Rows([.. page.Past.Take(MostPast).Select(round => Row(round, AwardState.Announced, reading))]));
        }

        body.Add(HouseStyle.Button(AwardWords.Act(say["Awards.MyNominations"], "nomination/list", CardData.None)));
        if (page.Organises) body.Add(HouseStyle.Button(reading.Form(say["Awards.New"], "award/new")));
        return HouseStyle.Card(say.Language.Code, say[page.Running.Count + page.Past.Count == 0 ? "Awards.None" : page.Running.Count > 0 ? "Awards.Heading" : "Awards.NoneRunning"], body);
    }

    private static ColumnSet Row(AwardRound round, AwardState state, Reading reading)
    {
        var say = reading.Say;
        var (style, sign, text) = say.State(round, state);
        return HouseStyle.RowLink(
            round.Name, Showing.Join(say, [.. round.Plan.Tracks.Select(track => say.Word(track))]),
            AwardWords.Act(say["Problems.OpenNamed", ("title", round.Name)], "award/show", AwardWords.Data(round)), HouseStyle.BadgeLine(HouseStyle.OutcomeBadge(style, sign, text), ""));
    }
}
