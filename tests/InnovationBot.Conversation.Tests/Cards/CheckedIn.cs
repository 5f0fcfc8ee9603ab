using InnovationBot.Network;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A check-in at each step.</summary>
internal static class CheckedIn
{
    private static readonly MemberId Mia = Answers.Id<MemberId>(3);

    public static readonly CheckInRhythm Monthly = Chosen(Cadence.Monthly);

    public static readonly CheckInView SinceLastTime = Asked(OpeningQuestion.SinceLastTime) with { About = Answers.Problem };

    public static CheckInView Further => Answered(checkIn => checkIn.Ask(ConcreteQuestion.MissingHowOften)) with { Masked = true };

    public static CheckInView Mirrored => Answered(checkIn =>
    {
        checkIn.Ask(ConcreteQuestion.MissingHowOften);
        checkIn.Answer(Mia, "About forty families last month.", Language.English, CardSituations.Now);
        checkIn.Ask(ConcreteQuestion.MissingConsequence);
        checkIn.Answer(Mia, "They lose half a day, and we look for the paper twice.", Language.English, CardSituations.Now);
    }) with { Service = "School enrolment" };

    public static CheckInView Continued => Answered(_ => { }) with { About = Answers.Problem, Service = "Building permits" };

    public static CheckInView Skipped
    {
        get
        {
            var view = Asked(OpeningQuestion.DoneTwice);
            view.CheckIn.Skip(Mia);
            return view;
        }
    }

    public static OutcomeShown Outcome(bool isTaker)
    {
        var outcome = new TalkOutcome { Id = Answers.Id<TalkOutcomeId>(81), TakerId = Mia, GiverId = Answers.Id<MemberId>(9), Round = isTaker ? 0 : 1, CreatedAt = CardSituations.Now };
        outcome.Answer(Mia, ReuseStatus.Testing, "Eleven weeks became six.", share: true, "Thank you for the list, it saved us a month.", CardSituations.Now);
        return new OutcomeShown(outcome, isTaker ? Answers.Problem : null, isTaker ? "Ana Kovač" : "Mia Novak", isTaker);
    }

    public static CheckInView Asked(OpeningQuestion opening)
    {
        var checkIn = new CheckIn { Id = Answers.Id<CheckInId>(80), MemberId = Mia, Opening = opening, CreatedAt = CardSituations.Now };
        checkIn.Sent(CardSituations.Now, CardSituations.Now.AddDays(14));
        var rhythm = Chosen(Cadence.Weekly);
        rhythm.Skip(CardSituations.Now);
        rhythm.Skip(CardSituations.Now);
        return new CheckInView(checkIn, rhythm, null, null);
    }

    private static CheckInView Answered(Action<CheckIn> then)
    {
        var view = Asked(OpeningQuestion.InTheWay);
        view.CheckIn.Answer(Mia, "Families came to the counter twice because the form asks for a paper they had already sent.", Language.English, CardSituations.Now);
        then(view.CheckIn);
        return view;
    }

    private static CheckInRhythm Chosen(Cadence cadence)
    {
        var rhythm = new CheckInRhythm { MemberId = Mia };
        rhythm.Choose(cadence, CardSituations.Now, null);
        return rhythm;
    }
}
