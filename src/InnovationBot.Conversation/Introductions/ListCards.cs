using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>"My introductions": what the person asked for, each with its state and a row that opens it.</summary>
public static class MyIntroductionsCard
{
    public static AdaptiveCard For(IReadOnlyList<IntroductionView> views, Reading reading)
    {
        var say = reading.Say;
        return IntroductionCard.Draw(
            reading,
            say["Introductions.MyIntroductionsHeading"],
            null,
            views.Count == 0 ? [HouseStyle.Paragraph(say.Markdown("Introductions.MyIntroductionsNone"))] : [ViewRows.Draw(views.Take(12), reading)]);
    }
}

/// <summary>"My requests": what waits for the person, what may still come, what came of past ones, and how to get fewer.</summary>
public static class MyRequestsCard
{
    public static AdaptiveCard For(RequestsOverview overview, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (overview.Open.Count > 0) body.Add(ViewRows.Draw(overview.Open, reading));
        else body.Add(HouseStyle.Paragraph(say.Markdown("Introductions.MyRequestsNone")));
        body.Add(HouseStyle.Subtle(State(overview, reading)));
        if (overview.Past.Count > 0)
        {
            body.Add(new TextBlock(Markdown.Escape(say["Introductions.PastHeading"])) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(ViewRows.Draw(overview.Past.Take(5), reading));
        }

        if (!overview.MayBeAsked) return IntroductionCard.Draw(reading, say["Introductions.MyRequestsHeading"], null, body);
        if (overview.Paused || overview.AwayUntil > reading.Now)
            body.Add(HouseStyle.Button(say["Introductions.Resume"], "requests/resume"));
        body.Add(HouseStyle.Button(new ShowCardAction
        {
            Title = say["Introductions.Settings"],
            Body =
            [
                new NumberInput
                {
                    Id = "cap",
                    Label = say["Introductions.CapLabel"],
                    ErrorMessage = say["Introductions.CapError"],
                    Min = 1,
                    Max = 20,
                    Value = overview.MonthlyCap,
                },
                HouseStyle.Button(say["Introductions.CapSave"], "requests/cap"),
                new DateInput
                {
                    Id = "away",
                    Label = say["Introductions.AwayLabel"],
                    ErrorMessage = say["Introductions.AwayError"],
                },
                HouseStyle.Button(say["Introductions.AwaySave"], "requests/away"),
            ],
        }));
        return IntroductionCard.Draw(reading, say["Introductions.MyRequestsHeading"], null, body);
    }

    private static string State(RequestsOverview overview, Reading reading)
    {
        var say = reading.Say;
        return overview switch
        {
            { MayBeAsked: false } => say["Introductions.RequestsNobodyAsks"],
            { AwayUntil: { } away } when away > reading.Now => say["Introductions.RequestsAwayUntil", ("date", say.LastDay(away, reading.Zone))],
            { PausedUntil: { } until } => say["Introductions.RequestsPausedUntil", ("date", say.LastDay(until, reading.Zone))],
            { Paused: true } => say["Introductions.RequestsPaused"],
            _ => say.Count("Introductions.RequestsLeft", overview.LeftThisMonth, ("cap", overview.MonthlyCap)),
        };
    }
}

internal static class ViewRows
{
    public static Container Draw(IEnumerable<IntroductionView> views, Reading reading) => HouseStyle.Rows([.. views.Select(view => HouseStyle.RowLink(
        Title(view),
        Showing.Join(reading.Say, IntroductionCard.OtherName(view, reading), IntroductionCard.Stage(view, reading)),
        IntroductionCard.Act(reading.Say["Introductions.Show"], "introduction/show", view)))]);

    private static string Title(IntroductionView view) => Showing.Brief(view.Blurb, 120);
}
