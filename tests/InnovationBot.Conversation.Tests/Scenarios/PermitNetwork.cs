using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>The sample network at the running service, and two people in it who talk to the bot: Mia, who asks, and whoever her answer names first.</summary>
internal sealed class PermitNetwork(BotUnderTest bot) : IAsyncDisposable
{
    public const string Problem = "People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?";

    /// <summary>What Mia fills in: no organisation of hers is known.</summary>
    public static readonly IReadOnlyDictionary<string, string> Terms = new Dictionary<string, string>
    {
        ["blurb"] = "Permits take eleven weeks here, and nobody answers the phone.",
        ["kind"] = "public_local",
        ["country"] = "DK",
        ["languages"] = "en,da,de,sl,nl,fr",
        ["notown"] = "false",
        ["namenow"] = "false",
    };

    public BotUnderTest Bot => bot;

    public Chat Mia => bot.Of("Mia Holm");

    public static async Task<PermitNetwork> Start(IReadOnlyDictionary<string, string?>? settings = null) => new(await BotUnderTest.Start(sample: true, settings));

    /// <summary>Mia asks and sees her answer.</summary>
    public async Task<SeenCard> MiaAsks()
    {
        await Mia.Say(Problem);
        return Mia.LastCard;
    }

    /// <summary>Mia asks to be introduced to the first person of her answer.</summary>
    /// <returns>That person's chat; the person wrote to the bot before, so that they can be reached.</returns>
    public async Task<Chat> MiaAsksForAnIntroduction()
    {
        await MiaAsks();
        var giver = await FirstSuggested();
        await Mia.Press("introduction/draft");
        await Mia.Press("introduction/send", Terms);
        return giver;
    }

    /// <summary>Lets time pass, once everything sent is recorded and its timers run.</summary>
    public async Task Pass(TimeSpan time)
    {
        var patience = Patience;
        while (await bot.Store(db => db.Notices.AnyAsync(notice => notice.State == NoticeState.Queued || notice.State == NoticeState.Sending, patience))
            || await bot.Store(db => db.Set<Introduction>().AnyAsync(introduction => introduction.State == IntroductionState.TakerAgreed, patience)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience);
        bot.Clock.Advance(time);
    }

    public static CancellationToken Patience => Testing.Patience.Token;

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    /// <summary>The person whom the newest answer names first, known to the channel by the address that the import had.</summary>
    public async Task<Chat> FirstSuggested()
    {
        var member = await bot.Store(async db =>
        {
            var suggestion = await db.Suggestions.Where(s => s.MemberId != null && s.Current).OrderBy(s => s.Rank).FirstAsync();
            return await db.Members.SingleAsync(m => m.Id == suggestion.MemberId);
        });
        return await Meets(member);
    }

    /// <summary>A member of the sample writes to the bot for the first time and is recognised by the address the connector reports.</summary>
    public async Task<Chat> Meets(Member member)
    {
        var person = new TestPerson(member.Name);
        bot.Connector.Members.Add(new ConnectorMember(person.UserId, person.EntraObjectId, person.Name, member.Email, member.Email, TestPerson.TenantId));
        var chat = bot.Of(member.Name);
        await chat.Say("help");
        return chat;
    }
}
