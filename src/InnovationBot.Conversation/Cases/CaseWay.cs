using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Cases;

/// <summary>Where a case was opened from: an answer, the library, a channel's list, or another case. Carried by every button of its card, so that there is a way back.</summary>
public sealed record CaseWay(ProblemId? Problem = null, LibraryView? Library = null, IReadOnlyList<CaseId>? List = null, CaseId? From = null)
{
    /// <summary>Opened by itself, from a link or a message.</summary>
    public static readonly CaseWay None = new();

    public static CaseWay Of(PressData data) =>
        new(data.IdOrNone<ProblemId>("problem"), LibraryView.Of(data), CaseList.Read(data), data.IdOrNone<CaseId>("from"));

    /// <summary>For a button of the case's card.</summary>
    public CardData Data(CaseId @case)
    {
        var data = From is { } from ? Way().With("from", from.ToString()) : Way();
        return data.With("case", @case.ToString());
    }

    /// <summary>For a row that opens another case; from there the way leads back to this one.</summary>
    public CardData To(CaseId other, CaseId here) => Way().With("case", other.ToString()).With("from", here.ToString());

    public ActionSet? Back(Say say) => this switch
    {
        { From: { } from } => HouseStyle.Back(say["Words.Back"], "case/open", Way().With("case", from.ToString())),
        { Problem: { } problem } => HouseStyle.Back(say["Words.Back"], "problem/show", ("problem", problem.ToString())),
        { Library: { } view } => HouseStyle.Back(say["Words.Back"], "case/browse", view.Data()),
        { List: { Count: > 0 } list } => HouseStyle.Back(say["Words.Back"], "case/list", ("list", CaseList.Write(list))),
        _ => null,
    };

    private CardData Way() => this switch
    {
        { Problem: { } problem } => ("problem", problem.ToString()),
        { Library: { } view } => view.Data(),
        { List: { Count: > 0 } list } => ("list", CaseList.Write(list)),
        _ => CardData.None,
    };
}
