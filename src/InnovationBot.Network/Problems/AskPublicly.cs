using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>An answer for a channel or group chat: cases and short answers, and only such as everybody there may read. Nothing is stored.</summary>
public sealed class AskPublicly(Matcher matcher, IConcreteness concreteness, FindShortAnswers shortAnswers, TimeProvider clock)
{
    public async Task<PublicAnswer> Handle(string text, Language language, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var problem = new Problem { Id = EntityId.New<ProblemId>(now), Text = Problem.Trim(text), Language = language, CreatedAt = now };
        var finding = await concreteness.Assess(problem.Text, language, stop);
        var match = await matcher.Find(
            problem, new Asker(null, Reader.Anybody, [language], null, false, null), Dismissed.Nothing, stop, theme: finding.IsAbstract ? finding.Question : null);
        var cases = match.Cases.Select(chosen =>
        {
            var (organisation, kind) = CaseShown.Of(chosen.Case, chosen.Organisation);
            return new PublicCase(chosen.Case, organisation, kind, chosen.Slot, chosen.Score, chosen.Reasons) { Confirmation = Confirmation.Of(chosen.Case, now) };
        }).ToList();
        return new PublicAnswer(cases.Count == 0 ? Fit.Nothing : match.Fit, finding.IsAbstract, cases) { ShortAnswers = await shortAnswers.Handle(problem.Text, language, stop) };
    }
}
