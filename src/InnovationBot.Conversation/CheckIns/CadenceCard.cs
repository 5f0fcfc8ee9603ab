using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>How often somebody wants to be asked; "never" is one of the answers.</summary>
public static class CadenceCard
{
    /// <param name="rhythm">None for who never chose: monthly is ticked, and nothing is sent before they press.</param>
    public static AdaptiveCard For(CheckInRhythm? rhythm, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown("CheckIns.CadenceText")) };
        if (rhythm is { PausedAt: { } paused }) body.Add(HouseStyle.Subtle(say["CheckIns.PausedSince", ("date", say.Date(paused, reading.Zone))]));
        else if (rhythm is { NextDue: { } next }) body.Add(HouseStyle.Subtle(say["CheckIns.NextOn", ("date", say.Date(next, reading.Zone))]));
        body.Add(new ChoiceSetInput
        {
            Id = "cadence", Label = say["CheckIns.CadenceLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
            Choices = [.. Enum.GetValues<Cadence>().Select(one => new Choice(say.Word(one), Vocabulary.Write(one)))],
            Chosen = [Vocabulary.Write(rhythm?.Cadence ?? Cadence.Monthly)],
        });
        body.Add(HouseStyle.StrongButton(say["CheckIns.Choose"], "checkin/choose"));
        body.Add(HouseStyle.Button(new ExecuteAction { Title = say["CheckIns.StartNow"], Verb = "checkin/start", Data = CardData.None, AssociatedInputs = AssociatedInputs.None }));
        body.Add(HouseStyle.Subtle(say["CheckIns.Promise"]));
        return HouseStyle.Card(say.Language.Code, say["CheckIns.CadenceHeading"], body);
    }

    /// <summary>What was chosen, and what follows.</summary>
    public static AdaptiveCard Chosen(CheckInRhythm rhythm, Reading reading)
    {
        var say = reading.Say;
        return rhythm.NextDue is { } next
            ? HouseStyle.Card(
                say.Language.Code,
                say["CheckIns.ChosenHeading", ("cadence", say.Word(rhythm.Cadence))],
                [HouseStyle.Paragraph(say.Markdown("CheckIns.ChosenText", ("date", say.Date(next, reading.Zone)))), CheckInCard.CadenceButton(say)])
            : HouseStyle.Card(
                say.Language.Code, say["CheckIns.Stopped"], [HouseStyle.Subtle(say["CheckIns.AnyTime"]), CheckInCard.CadenceButton(say)]);
    }

    /// <summary>Left unanswered twice: asked once, below the next question, whether to slow down.</summary>
    internal static IEnumerable<CardElement> LessOften(Cadence cadence, Say say)
    {
        var slower = cadence.Slower();
        yield return HouseStyle.Paragraph(say["CheckIns.SlowDownHeading"]);
        yield return HouseStyle.Button(new ExecuteAction
        {
            Title = say["CheckIns.SlowDown", ("cadence", say.Word(slower))], Verb = "checkin/choose", Data = ("cadence", Vocabulary.Write(slower)), AssociatedInputs = AssociatedInputs.None,
        });
    }

    /// <summary>Skipped twice: asked once whether to slow down.</summary>
    public static AdaptiveCard SlowDown(Cadence cadence, Reading reading)
    {
        var say = reading.Say;
        var slower = cadence.Slower();
        return HouseStyle.Card(
            say.Language.Code,
            say["CheckIns.SlowDownHeading"],
            [
                HouseStyle.StrongButton(say["CheckIns.SlowDown", ("cadence", say.Word(slower))], "checkin/choose", ("cadence", Vocabulary.Write(slower))),
                HouseStyle.Button(say["CheckIns.KeepRhythm"], "checkin/choose", ("cadence", Vocabulary.Write(cadence))),
                HouseStyle.Button(say["CheckIns.StopAsking"], "checkin/choose", ("cadence", Vocabulary.Write(Cadence.Never))),
            ]);
    }
}
