using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.People.Roles;

/// <summary>Who has which role, and a way to give and end them.</summary>
public static class RolesCard
{
    /// <summary>A contact point's desk is given where all of them stand, in the settings and on the command line.</summary>
    private static readonly GrantedRole[] Given = [GrantedRole.Organiser, GrantedRole.OrganisationOrganiser, GrantedRole.Juror, GrantedRole.ContactPoint, GrantedRole.Ambassador, GrantedRole.Administrator];

    public static AdaptiveCard For(RolesView view, Reading reading, string? said = null, string email = "")
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (said is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(Markdown.Escape(said))] });
        body.AddRange(view.Held.GroupBy(one => one.Role).OrderBy(group => group.Key).Select(group => say.Labelled(Name(group.Key, say), string.Join("; ", group.Select(Person)))));
        if (view.OneOrganiser) body.Add(HouseStyle.Subtle(say["Roles.OneOrganiser"]));
        var may = Given.Where(role => view.IsAdministrator || role is not (GrantedRole.Organiser or GrantedRole.Administrator)).ToList();
        body.Add(new TextInput
        {
            Id = "email", Label = say["Ambassadors.EmailLabel"], ErrorMessage = say["Settings.DeskEmailError"], Style = TextInputStyle.Email, MaxLength = 320, Value = email.Length > 0 ? email : null,
        });
        body.Add(new ChoiceSetInput
        {
            Id = "role", Label = say["Roles.RoleLabel"], ErrorMessage = say["Words.ChooseOne"], Choices = [.. may.Select(role => new Choice(say[$"Roles.Role_{Vocabulary.Write(role)}"], Vocabulary.Write(role)))],
        });
        body.Add(HouseStyle.StrongButton(say["Roles.Grant"], "roles/grant"));
        var ending = view.Held.Where(one => one.Email is not null && (view.IsAdministrator || one.Role is not (Role.Organiser or Role.Administrator))).ToList();
        if (ending.Count > 0)
        {
            body.Add(new ChoiceSetInput
            {
                Id = "held", Label = say["Roles.HeldLabel"], ErrorMessage = say["Words.ChooseOne"],
                Choices = [.. ending.Select(one => new Choice(say.Named(one.Name, Name(one.Role, say)), $"{Vocabulary.Write(one.Role)} {one.Person}"))],
            });
            body.Add(HouseStyle.Button(say["Roles.Revoke"], "roles/revoke"));
        }

        if (view.IsOrganiser) body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Roles.HandOver"], Verb = "role/offer", Data = ("kind", Vocabulary.Write(OfferedRole.Organiser)), AssociatedInputs = AssociatedInputs.None }));
        body.Add(HouseStyle.Subtle(say["Roles.Logged"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say["Roles.Heading"], body);
    }

    private static string Name(Role role, Say say) => say[$"Roles.Role_{Vocabulary.Write(role)}"];

    private static string Person(HeldRole one) => one.Organisation is null ? one.Name : $"{one.Name} ({one.Organisation})";
}

/// <summary>"roles", for organisers and administrators.</summary>
public sealed class RolesCommand(ShowRolesRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

/// <summary>A press on the roles; the use cases check who presses.</summary>
public abstract class RolesRoute(ListRoles list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"]) : await Act(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal ? Reply.Nothing
        : (await list.Handle(turn.By, stop)).Match(view => Reply.Card(RolesCard.For(view, turn.Reading, email: data.Text("email", 320))), _ => Reply.Nothing);

    protected abstract Task<Reply> Act(PressData data, Turn turn, CancellationToken stop);

    protected async Task<Reply> Now(Turn turn, string? said, CancellationToken stop) =>
        (await list.Handle(turn.By, stop)).Match(view => Reply.Card(RolesCard.For(view, turn.Reading, said)), Reply.Refused);
}

[Verb("roles/show")]
public sealed class ShowRolesRoute(ListRoles list) : RolesRoute(list)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Now(turn, null, stop);
}

[Verb("roles/grant")]
public sealed class GrantRoleRoute(GrantRole grant, ListRoles list) : RolesRoute(list)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<GrantedRole>("role") is not { } role) return Reply.Text(turn.Say["Words.ChooseOne"]);
        return await (await grant.Handle(new GrantRole.Request(role, data.Text("email", 320), turn.By), stop)).Match(
            member => Now(turn, turn.Say["Roles.Granted", ("person", member.Name), ("role", turn.Say[$"Roles.Role_{Vocabulary.Write(role)}"])], stop), refusal => Task.FromResult(Reply.Refused(refusal)));
    }
}

[Verb("roles/revoke")]
public sealed class RevokeRoleRoute(RevokeRole revoke, ListRoles list) : RolesRoute(list)
{
    private readonly ListRoles list = list;

    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        var held = data.Text("held", 100).Split(' ');
        if (held.Length != 2 || !Vocabulary.TryRead<Role>(held[0], out var role) || !EntityId.TryRead<MemberId>(held[1], out var person)) return Reply.Text(turn.Say["Words.ChooseOne"]);
        var shown = await list.Handle(turn.By, stop);
        if (shown.Refusal is { } notAllowed) return Reply.Refused(notAllowed);
        if (shown.Value.Held.FirstOrDefault(one => one.Person == person && one.Role == role) is not { Email: { } email } found) return await Now(turn, null, stop);
        return await (await revoke.Handle(new GrantRole.Request(Vocabulary.Read<GrantedRole>(Vocabulary.Write(role)), email, turn.By), stop)).Match(
            _ => Now(turn, turn.Say["Roles.Revoked", ("person", found.Name), ("role", turn.Say[$"Roles.Role_{Vocabulary.Write(role)}"])], stop), refusal => Task.FromResult(Reply.Refused(refusal)));
    }
}
