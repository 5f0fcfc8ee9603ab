using InnovationBot.Conversation.Awards.Results;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Results;

namespace InnovationBot.Conversation.Awards.Jury;

internal static class JuryConversation
{
    public static RoutesBuilder AddJury(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<JuryCommand>("Commands.Jury")
        .Verb<JuryListRoute>()
        .Verb<DeclareRoute>()
        .Verb<SaveDeclareRoute>()
        .Verb<OpenJuryNominationRoute>()
        .Verb<ScoreRoute>()
        .Verb<SaveScoreRoute>()
        .Verb<SubmitScoreRoute>()
        .Verb<ReadJuryRoute>()
        .Verb<LeaveJuryAskRoute>()
        .Verb<LeaveJuryRoute>()
        .Verb<JuryPeopleRoute>()
        .Verb<ReplaceJurorRoute>()
        .Verb<RankingRoute>()
        .Verb<FactsRoute>()
        .Verb<PlaceRoute>()
        .Verb<SaveFactRoute>()
        .Verb<AnswerFactRoute>()
        .Verb<DecideRoute>()
        .Verb<SaveDecideRoute>()
        .Verb<CloseAskRoute>()
        .Verb<CloseRoute>()
        .Verb<AnnounceAskRoute>()
        .Verb<AnnounceRoute>()
        .Verb<ResultsRoute>()
        .Verb<OwnResultRoute>()
        .Verb<ReasonsRoute>()
        .Verb<ContactRoute>()
        .Verb<CertificateRoute>()
        .Verb<ExportAwardRoute>()
        .Verb<AwardTableRoute>()
        .Verb<AwardPageRoute>()
        .OrganiseRows<ResultRows>()
        .Notice<JuryRenderer>(notices, JuryNotices.Work, JuryNotices.Reminder, JuryNotices.Missing, JuryNotices.Left)
        .Notice<ResultRenderer>(notices, ResultNotices.Result, ResultNotices.Thanks, ResultNotices.Fact);
}
