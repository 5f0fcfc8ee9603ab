using InnovationBot.Activities;
using InnovationBot.Conversation.Awards;
using InnovationBot.Conversation.Awards.Jury;
using InnovationBot.Conversation.Awards.Nominations;
using InnovationBot.Conversation.Broadcasts;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.People.Safety;
using InnovationBot.Conversation.Phrasing;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Settings;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Broadcasts;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation;

/// <summary>Puts the conversation together: each capability names its own routes and notices.</summary>
public static class ConversationServices
{
    /// <summary>
    /// Registers what the bot hears and says. The host adds <see cref="ISenders"/>, <see cref="IOneTimeLinks"/>, the
    /// network and its store. Two routes for one verb, two commands for one wording, or two renderers for one notice stop the start here.
    /// </summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        var routes = new RoutesBuilder(services);
        routes.AddTransfer();
        var notices = new NoticeKinds();
        services.AddSingleton<ChannelWatch>().AddSingleton<DrawnBroadcasts>().AddSingleton<SendingPace>().AddScoped<ShowBroadcasts>();
        routes.AddBroadcasts(notices);
        routes.AddHelp().AddPeople(notices).AddProblems(notices).AddCases(notices).AddOrganise().AddSettings().AddIntroductions(notices).AddCheckIns(notices).AddEvents(notices).AddAwards(notices).AddJury(notices);
        services.AddSingleton(new Routes(routes, TextCatalog.Default));
        services.AddSingleton(notices);
        services.AddSingleton<IBot, ConversationBot>();
        services.AddOptions<WelcomeOptions>();
        services.AddSingleton<WelcomeOnFirstMessage>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ReplyWriter>().AddSingleton<LastCards>();
        services.AddSingleton<PhraseWriter>();
        services.AddSingleton<ShownCases>();
        services.AddSingleton<PostedEvents>();
        services.AddScoped<CasePages>();
        services.AddScoped<SafetyGate>();
        services.AddScoped<DriveFiles>();
        services.AddScoped<NominationPages>();
        services.AddScoped<TextRouter>().AddScoped<TypedButtons>();
        services.AddScoped<PressRouter>();
        services.AddScoped<InvokeRouter>();
        services.AddScoped<CheckInAnswers>();
        return services;
    }

    /// <summary>What the network has to know of cards, in the service and in a command beside it: how large they are drawn.</summary>
    public static IServiceCollection AddDrawnCards(this IServiceCollection services) => services.AddScoped<IDrawnBroadcasts, BroadcastSizes>();
}
