using InnovationBot.Cards;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>An audience as a person builds it: groups, of which belonging to one is enough, and who is left out.</summary>
/// <param name="Groups">At least one when anything was chosen.</param>
public sealed record AudienceDraft(IReadOnlyList<Audience> Groups, Audience? Except)
{
    /// <summary>Names the part that is left out where others are numbered.</summary>
    public const string ExceptPart = "except";

    public static AudienceDraft Of(Audience? audience)
    {
        if (audience is null) return new([], null);
        var included = audience with { Except = null, OnlyOf = null };
        return included is { AnyOf: { } groups } && (included with { AnyOf = null }).IsEmpty ? new(groups, audience.Except) : new([included], audience.Except);
    }

    public Audience? Part(string part) => part == ExceptPart ? Except : int.TryParse(part, out var at) ? Groups.ElementAtOrDefault(at) : null;

    /// <summary>With one part written anew; a number behind the last adds a group.</summary>
    public AudienceDraft With(string part, Audience? group)
    {
        if (part == ExceptPart) return this with { Except = group };
        var at = int.TryParse(part, out var number) ? Math.Clamp(number, 0, Groups.Count) : Groups.Count;
        var groups = Groups.Where((_, i) => i != at).ToList();
        if (group is not null) groups.Insert(at, group);
        return this with { Groups = groups };
    }

    /// <returns>None when nobody is chosen.</returns>
    public Audience? Whole => Groups switch
    {
        [] => null,
        [var one] => one with { Except = Except },
        _ => new Audience { AnyOf = [.. Groups], Except = Except },
    };
}

/// <summary>The groups of an audience, and what can be added to them.</summary>
public static class AudienceCard
{
    public static AdaptiveCard For(BroadcastView view, Reading reading)
    {
        var (say, of) = (reading.Say, OrganiserCard.Of(view.Broadcast));
        var draft = AudienceDraft.Of(view.Broadcast.Audience);
        var body = new List<CardElement>();
        for (var i = 0; i < draft.Groups.Count; i++)
        {
            body.Add(HouseStyle.Labelled(i == 0 ? say["Broadcasts.For"] : say["Broadcasts.OrAlso"], AudienceWords.Of(draft.Groups[i], view.Names, say)));
            body.Add(HouseStyle.Button(say["Broadcasts.ChangeGroup"], "broadcast/group", of.With("part", $"{i}")));
            if (draft.Groups.Count > 1) body.Add(HouseStyle.Button(say["Broadcasts.RemoveGroup"], "broadcast/group-remove", of.With("part", $"{i}")));
        }

        if (draft.Except is { } except)
        {
            body.Add(HouseStyle.Labelled(say["Broadcasts.LeftOut"], AudienceWords.Of(except, view.Names, say)));
            body.Add(HouseStyle.Button(say["Broadcasts.ChangeGroup"], "broadcast/group", of.With("part", AudienceDraft.ExceptPart)));
            body.Add(HouseStyle.Button(say["Broadcasts.RemoveGroup"], "broadcast/group-remove", of.With("part", AudienceDraft.ExceptPart)));
        }

        if (draft.Groups.Count > 0 && view.Audience is { } counts)
            body.Add(HouseStyle.Paragraph(say.Markdown("Broadcasts.Count", ("people", OrganiserCard.Figure(counts.People, say)), ("reached", OrganiserCard.Figure(counts.Reachable, say)))));
        if (draft.Groups.Count > 0) body.Add(HouseStyle.StrongButton(say["Broadcasts.AudienceDone"], "broadcast/audience-done", of));
        if (view.Broadcast.HidesNumbers) body.Add(HouseStyle.Subtle(say["Broadcasts.FittingHidden"]));
        else body.Add(HouseStyle.Button(say[draft.Groups.Count == 0 ? "Broadcasts.ChoosePeople" : "Broadcasts.AddGroup"], "broadcast/group", of.With("part", $"{draft.Groups.Count}")));
        if (draft is { Groups.Count: > 0, Except: null } && !view.Broadcast.HidesNumbers) body.Add(HouseStyle.Button(say["Broadcasts.LeaveOut"], "broadcast/group", of.With("part", AudienceDraft.ExceptPart)));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/open", of));
        return HouseStyle.Card(say.Language.Code, say["Broadcasts.AudienceHeading"], body);
    }
}

/// <summary>Who belongs to one group: everything chosen has to hold together, within one field any of it.</summary>
public static class GroupForm
{
    /// <summary>Given by an organiser or administrator and worth writing to as such.</summary>
    private static readonly GrantedRole[] Roles = [GrantedRole.Ambassador, GrantedRole.Organiser, GrantedRole.OrganisationOrganiser, GrantedRole.ContactPoint, GrantedRole.Juror];

    /// <param name="broadcast">Whose audience it is.</param>
    /// <param name="part">Number of the group, or <see cref="AudienceDraft.ExceptPart"/>.</param>
    /// <param name="group">What was chosen before.</param>
    /// <param name="named">People named one by one.</param>
    /// <param name="choices">What there is.</param>
    /// <param name="reading">For whom.</param>
    public static AdaptiveCard For(Broadcast broadcast, string part, Audience? group, NamedPeople named, ComposeChoices choices, Reading reading)
    {
        var say = reading.Say;
        var isExcept = part == AudienceDraft.ExceptPart;
        var body = new List<CardElement> { HouseStyle.Subtle(say["Broadcasts.GroupHint"]) };
        if (!isExcept)
            body.Add(new ToggleInput { Id = "everyone", Label = say["Broadcasts.EveryoneLabel"], Title = say["Broadcasts.EveryoneTick"], ErrorMessage = say["Words.ChooseOne"], Ticked = group?.Everyone == true });
        body.Add(Many("tiers", "Broadcasts.TierLabel", Enum.GetValues<Tier>().Select(one => new Choice(say.Word(one), Vocabulary.Write(one))), group?.Tiers?.Select(Vocabulary.Write), say));
        body.Add(Many("sectors", "Broadcasts.SectorLabel", Enum.GetValues<Sector>().Select(one => new Choice(say.Word(one), Vocabulary.Write(one))), group?.Sectors?.Select(Vocabulary.Write), say));
        if (choices.Countries.Count > 0)
            body.Add(Many("countries", "Broadcasts.CountryLabel", choices.Countries.Select(code => new Choice(say.Country(code), code)), group?.Countries, say));
        if (choices.Organisations.Count > 0)
            body.Add(Many("organisations", "Broadcasts.OrganisationLabel", choices.Organisations.Select(one => new Choice(one.Name, one.Id.ToString())), group?.Organisations, say) with
            {
                Style = ChoiceSetStyle.Filtered, ChoicesData = new DataQuery(OrganisationTypeahead.Dataset),
            });
        if (choices.Areas.Count > 0)
            body.Add(Many("areas", "Broadcasts.AreaLabel", choices.Areas.Select(area => new Choice(area, TopicKey.Of(area))), group?.PolicyAreas?.Select(TopicKey.Of), say) with { Style = ChoiceSetStyle.Filtered });
        body.Add(Many("roles", "Broadcasts.RoleLabel", Roles.Select(role => new Choice(say[$"Broadcasts.Role_{Vocabulary.Write(role)}"], Vocabulary.Write(role))), group?.Roles?.Select(Vocabulary.Write), say));
        body.Add(Many("languages", "Broadcasts.ReadsLabel", Language.Spoken.Select(one => new Choice(say.LanguageName(one), one.Code)), group?.Languages?.Select(one => one.Code), say));
        if (choices.Events.Count > 0)
            body.Add(Many("events", "Broadcasts.SignedUpLabel", choices.Events.Select(one => new Choice(one.Title, one.Id.ToString())), group?.SignedUpFor, say));
        body.Add(Line("topics", "Broadcasts.TopicsLabel", group?.Topics, say) with { Placeholder = say["Broadcasts.TopicsPlaceholder"] });
        body.Add(Line("emails", "Broadcasts.EmailsLabel", group?.Emails ?? [.. named.Emails], say) with { IsMultiline = true });
        if (named.Kept.Count > 0)
            body.Add(new ToggleInput { Id = "without_named", Label = say.Count("Broadcasts.NamedKept", named.Kept.Count), Title = say["Broadcasts.NamedDrop"], ErrorMessage = say["Words.ChooseOne"] });
        if (choices.HasGroups || group?.Groups is not null) body.Add(Line("groups", "Broadcasts.GroupsLabel", group?.Groups, say));
        body.Add(HouseStyle.StrongButton(say["Broadcasts.Save"], "broadcast/group-save", OrganiserCard.Of(broadcast).With("part", part)));
        body.Add(HouseStyle.Back(say["Words.Back"], "broadcast/audience", OrganiserCard.Of(broadcast)));
        return HouseStyle.Card(say.Language.Code, say[isExcept ? "Broadcasts.ExceptHeading" : "Broadcasts.GroupHeading"], body);
    }

    /// <returns>What was chosen; empty when nothing was.</returns>
    public static Audience Read(PressData data, ComposeChoices choices)
    {
        var areas = data.Choices("areas").Select(key => choices.Areas.FirstOrDefault(area => TopicKey.Of(area) == key)).OfType<string>().ToList();
        return new Audience
        {
            Everyone = data.Flag("everyone"), Tiers = Words<Tier>(data, "tiers"), Sectors = Words<Sector>(data, "sectors"), Roles = Words<GrantedRole>(data, "roles"),
            Countries = Some(data.Choices("countries").Select(code => Countries.Code(code)).OfType<string>()),
            Organisations = Some(data.Choices("organisations").Where(id => EntityId.TryRead<OrganisationId>(id, out _))), PolicyAreas = Some(areas),
            Languages = data.Choices("languages").Select(code => new Language(code)).Where(one => one.IsSpoken).ToList() is { Count: > 0 } spoken ? spoken : null,
            SignedUpFor = Some(data.Choices("events").Where(id => choices.Events.Any(one => one.Id.ToString() == id))),
            Topics = Some(Split(data.Text("topics", 2000))), Emails = Some(Split(data.Text("emails")).Select(email => email.ToLowerInvariant())),
            Groups = Some(Split(data.Text("groups", 2000))),
        };
    }

    private static ChoiceSetInput Many(string id, string label, IEnumerable<Choice> choices, IEnumerable<string>? chosen, Say say)
    {
        List<Choice> all = [.. choices];
        return new ChoiceSetInput
        {
            Id = id, Label = say[label], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true, Choices = all,
            Chosen = [.. (chosen ?? []).Where(value => all.Exists(choice => choice.Value == value))],
        };
    }

    private static TextInput Line(string id, string label, List<string>? values, Say say) => new()
    {
        Id = id, Label = say[label], ErrorMessage = say["Broadcasts.TextError"], MaxLength = PressData.LongestText, Value = TextForm.Kept(string.Join("; ", values ?? [])),
    };

    private static List<TEnum>? Words<TEnum>(PressData data, string field) where TEnum : struct, Enum =>
        data.Choices(field).Select(word => Vocabulary.TryRead<TEnum>(word, out var value) ? value : (TEnum?)null).OfType<TEnum>().ToList() is { Count: > 0 } words ? words : null;

    private static List<string>? Some(IEnumerable<string> values) => values.Distinct().ToList() is { Count: > 0 } some ? some : null;

    private static string[] Split(string text) => text.Split([';', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
