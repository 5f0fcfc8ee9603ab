using InnovationBot.Network;
using InnovationBot.Network.Introductions.ShortAnswers;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>An answer in writing on its way to others.</summary>
internal static class Kept
{
    public static readonly ShortAnswerView Begun = new(Answers.Id<IntroductionId>(30), null, false, "People wait eleven weeks for a permit.", "We called every applicant before they sent anything.");

    public static readonly ShortAnswer Proposed = Answer(agreed: false);

    public static readonly ShortAnswer Agreed = Answer(agreed: true);

    public static ShortAnswerView View(ShortAnswer answer, bool agreed) => Begun with { Answer = answer, Agreed = agreed };

    private static ShortAnswer Answer(bool agreed)
    {
        var answer = new ShortAnswer
        {
            Id = Answers.Id<ShortAnswerId>(90), IntroductionId = Begun.Introduction, TakerId = Answers.Id<MemberId>(50), GiverId = Answers.Id<MemberId>(51), Problem = "", Text = "",
            Kind = new OrganisationKind(Tier.Local, Sector.Public, "SI"), AnsweredAt = CardSituations.Now,
        };
        answer.Write(answer.GiverId, Begun.Problem, Begun.Text, Language.English, CardSituations.Now);
        if (agreed) answer.Agree(answer.TakerId, 1, CardSituations.Now);
        return answer;
    }
}
