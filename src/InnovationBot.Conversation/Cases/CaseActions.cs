using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>What a reader can say about a case: that it helped, that they did it too, that something is wrong with it.</summary>
internal static class CaseActions
{
    public static IEnumerable<CardElement> For(OpenedCase opened, Say say, CaseWay way)
    {
        if (Told(opened, say) is { Length: > 0 } told) yield return HouseStyle.Subtle(told) with { Separator = true, Spacing = Spacing.Medium };
        if (!opened.IsOwn)
        {
            if (!opened.HelpedReader) yield return Action(say["Reading.Helped"], "case/helped");
            yield return Action(say[opened.OwnReuse is null ? "Reading.Reuse" : "Reading.ReuseChange"], "case/reuse");
            yield return Action(say["Reading.Report"], "case/report");
        }

        else
        {
            yield return Action(say["Sharing.Manage"], "mine/case");
        }

        if (opened.OpenCall is { } award)
            yield return HouseStyle.Button(new ExecuteAction
            {
                Title = say["Awards.NominateCase"], Verb = "nomination/new", AssociatedInputs = AssociatedInputs.None,
                Data = CardData.Of(("award", award.ToString()), ("case", opened.Case.Id.ToString())),
            });
        if (way.Back(say) is { } back) yield return back;

        ActionSet Action(string title, string verb) => HouseStyle.Button(
            new ExecuteAction { Title = title, Verb = verb, Data = way.Data(opened.Case.Id), AssociatedInputs = AssociatedInputs.None });
    }

    private static string Told(OpenedCase opened, Say say) => Showing.Join(
        say,
        opened.Helped > 0 ? say.Count("Reading.HelpedCount", opened.Helped) : null,
        opened.Implemented > 0 ? say.Count("Reading.ImplementedCount", opened.Implemented) : null,
        opened.HelpedReader ? say["Reading.HelpedYou"] : null,
        opened.OwnReuse is { } own ? say["Reading.OwnReuse", ("kind", say.Word(own.Kind)), ("status", say.Word(own.Status))] : null);
}
