using InnovationBot.Activities;
using InnovationBot.Conversation.Broadcasts;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Organisations;
using Microsoft.Extensions.Options;
using FailureReason = InnovationBot.Network.Outbox.FailureReason;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>A message to many in its states, as its organiser and its readers see it.</summary>
internal static class Broadcasting
{
    public static readonly SendingPace Pace = new(Options.Create(new ConnectorLimits()));

    public static readonly ComposeChoices Choices = new(
        [new OrganisationChoice(Answers.Id<OrganisationId>(1), "Občina Lipovec")], ["housing", "environment, climate"], ["BE", "DK", "SI"]);

    private static readonly Audience Audience = new()
    {
        AnyOf =
        [
            new Audience { Tiers = [Tier.Local], Countries = ["SI", "BE"], Topics = ["building permits"] },
            new Audience { Organisations = [Answers.Id<OrganisationId>(1).ToString()] },
        ],
        Except = new Audience { Roles = [Network.People.Roles.GrantedRole.Organiser] },
    };

    private static readonly Dictionary<string, string> Names = new() { [Answers.Id<OrganisationId>(1).ToString()] = "Občina Lipovec" };

    private static readonly BroadcastContent Words = new()
    {
        Title = new() { ["en"] = "One desk for five permits", ["sl"] = "Eno okence za pet dovoljenj" },
        Text = new() { ["en"] = "From May on there is **one** desk.\n- no queue\n- no second form\n\nSee [what changes](https://example.org/desk).", ["sl"] = "Od maja je **eno** okence." },
        Picture = "https://example.org/desk.png", Alt = "A desk with a person behind it", Buttons = [new BroadcastButton("Read the rules", "https://example.org/rules")],
    };

    public static readonly BroadcastView Draft = View(Made(Audience));

    public static readonly BroadcastView DraftWithoutAudience = View(Made(null)) with { Audience = null };

    public static BroadcastView ToApprove => View(Published(Approval.Needed)) with { IsAuthor = false };

    public static BroadcastView Sending => View(Begun());

    /// <summary>With a correction that waits for a second organiser.</summary>
    public static BroadcastView Corrected(bool own)
    {
        var broadcast = Begun();
        broadcast.AskToCorrect(Words with { Text = new() { ["en"] = "From **June** on there is one desk." } }, Answers.Id<MemberId>(5));
        return View(broadcast) with { IsAuthor = own, WroteCorrection = own };
    }

    public static readonly NamedPeople ManyNamed = new([], [.. Enumerable.Range(1, 312).Select(Answers.Id<MemberId>)]);

    public static BroadcastView Recalled
    {
        get
        {
            var broadcast = Begun();
            broadcast.Recall(CardSituations.Now);
            return View(broadcast) with { Numbers = Numbers with { Queued = 0, Failed = new Dictionary<FailureReason, int> { [FailureReason.Cancelled] = 700 }, EditsLeft = 500 } };
        }
    }

    /// <summary>For people whose open problem fits an event: no number but a figure.</summary>
    public static BroadcastView FittingDraft => View(ForFitting()) with { Numbers = BroadcastNumbers.Hidden, Audience = null, AboutTitle = "Queue clinic", Fitting = Figure.Of(12) };

    public static BroadcastView FittingSent
    {
        get
        {
            var broadcast = ForFitting();
            broadcast.Publish(3, Approval.NotNeeded, CardSituations.Now);
            broadcast.Begin(CardSituations.Now);
            return FittingDraft with { Broadcast = broadcast, Fitting = Figure.Few };
        }
    }

    public static readonly BroadcastShown Shown = new(Made(Audience), Names, null, "Občina Lipovec");

    public static BroadcastShown Urgent
    {
        get
        {
            var broadcast = Made(Audience.All);
            (broadcast.Urgent, broadcast.UrgentReason) = (true, "The portal is down until noon");
            return new(broadcast, Names, null, null);
        }
    }

    public static readonly BroadcastShown Story = new(
        new Broadcast { Id = Answers.Id<BroadcastId>(71), Kind = BroadcastKind.Story, About = Answers.Opened.Case.Id.Value, Audience = Audience.All }, Names, Answers.Whole.Case, null);

    public static readonly IReadOnlyList<Channel> Channels =
    [
        new() { Id = "19:a@thread.tacv2", TeamId = "19:a@thread.tacv2", TeamName = "Permits" },
        new() { Id = "19:b@thread.tacv2", TeamId = "19:a@thread.tacv2", TeamName = "Permits", Name = "News", Kind = ChannelKind.Shared },
        new() { Id = "19:c@thread.tacv2", TeamId = "19:c@thread.tacv2" },
        new() { Id = "19:d@thread.tacv2", TeamId = "19:c@thread.tacv2", Name = "Leads", Kind = ChannelKind.Private },
    ];

    public static readonly BroadcastPeople People = new(
        Begun(), [new BroadcastPerson("Ana Kovač", NoticeState.Sent), new BroadcastPerson("", NoticeState.Failed), new BroadcastPerson("Jan Smit", NoticeState.Unknown)], 1, 3);

    public static BroadcastsPage Listed => new([new(Made(Audience), null), new(Begun(), null), new(Sending.Broadcast, null), new(ForFitting(), "Queue clinic")], 2, 3);

    private static BroadcastNumbers Numbers => new(
        1234, 512, 700, 3, new SortedDictionary<FailureReason, int> { [FailureReason.NotInstalled] = 16, [FailureReason.OptedOut] = 3 }, 0, 0, 0);

    private static BroadcastView View(Broadcast broadcast) => new(
        broadcast, Numbers,
        new AudienceCounts(1234, new Dictionary<FailureReason, int> { [FailureReason.NotInstalled] = 16, [FailureReason.OptedOut] = 3 }, new Dictionary<Language, int> { [Language.English] = 900, [new("fr")] = 315 }),
        Names, null, IsAuthor: true);

    private static Broadcast Made(Audience? audience) =>
        new() { Id = Answers.Id<BroadcastId>(70), Kind = BroadcastKind.Message, Content = Words, Audience = audience, CreatedAt = CardSituations.Now };

    private static Broadcast ForFitting() => new()
    {
        Id = Answers.Id<BroadcastId>(72), Kind = BroadcastKind.Event, About = Gatherings.Open.Event.Id.Value, Audience = new Audience { FitsEvent = Gatherings.Open.Event.Id }, CreatedAt = CardSituations.Now,
    };

    private static Broadcast Published(Approval approval)
    {
        var broadcast = Made(Audience);
        broadcast.Publish(1234, approval, CardSituations.Now);
        return broadcast;
    }

    private static Broadcast Begun()
    {
        var broadcast = Published(Approval.NobodyElse);
        broadcast.Begin(CardSituations.Now);
        return broadcast;
    }
}
