using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>Who writes a case with its author.</summary>
public static class EditorsCard
{
    public static AdaptiveCard For(OwnCase own, MemberId reader, Say say, string? note = null)
    {
        CardData data = ("case", own.Case.Id.ToString());
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(new TextBlock(Markdown.Escape(own.Case.Title)) { Weight = TextWeight.Bolder });
        body.Add(HouseStyle.Paragraph(say.Markdown("Sharing.EditorsText")));
        foreach (var (position, editor) in own.Editors.Index())
        {
            if (editor.Name is not { } name) continue; // who was asked and has not answered: whether the network knows an address is nobody's to learn
            body.Add(HouseStyle.Lines(name).First());
            if (own.IsAuthor || editor.Member == reader)
                body.Add(HouseStyle.Button(say[own.IsAuthor ? "Sharing.RemoveEditor" : "Sharing.LeaveEditing"], "mine/remove", data.With("editor", CaseFieldWords.Number(position))));
        }

        if (own.IsAuthor)
        {
            body.Add(new TextInput
            {
                Id = "email", Label = say["Sharing.EditorEmail"], ErrorMessage = say.FieldMissing(say["Sharing.EditorEmail"]), MaxLength = CaseRules.LongestName, Style = TextInputStyle.Email,
            });
            body.Add(HouseStyle.StrongButton(say["Sharing.Invite"], "mine/invite", data));
            body.Add(HouseStyle.Button(MineCard.Open(say["Sharing.TakeBackQuestions"], "mine/take-back", data)));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "mine/case", data));
        return HouseStyle.Card(say.Language.Code, say["Sharing.EditorsHeading"], body);
    }
}

/// <summary>Somebody is asked to write a case with its author.</summary>
public static class EditorAskedCard
{
    public static AdaptiveCard For(EditorInvitation invitation, Say say)
    {
        var @case = invitation.Case;
        CardData data = ("case", @case.Id.ToString());
        if (invitation.Accepted)
        {
            return HouseStyle.Card(
                say.Language.Code,
                say["Sharing.EditorAccepted"],
                [
                    new TextBlock(Markdown.Escape(@case.Title)) { Weight = TextWeight.Bolder },
                    HouseStyle.StrongButton(say["Sharing.Manage"], "mine/case", data),
                ]);
        }

        return HouseStyle.Card(
            say.Language.Code,
            say["Sharing.EditorAskedHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Sharing.EditorAskedText", ("author", invitation.Author ?? say["Sharing.EditorSomebody"]), ("title", @case.Title))),
                HouseStyle.StrongButton(say["Sharing.EditorYes"], "editor/answer", data.With("yes", "true")),
                HouseStyle.Button(say["Sharing.EditorNo"], "editor/answer", data.With("yes", "false")),
            ]);
    }
}

/// <summary>The author reads that a partner they named says no: the case stands without that partner.</summary>
public static class PartnerDeclinedCard
{
    public static AdaptiveCard For(PartnerAsked asked, Say say) => HouseStyle.Card(
        say.Language.Code,
        say["Sharing.PartnerSaidNo", ("partner", asked.Partner.Name)],
        [
            new TextBlock(Markdown.Escape(asked.Case.Title)) { Weight = TextWeight.Bolder },
            HouseStyle.Paragraph(say.Markdown("Sharing.PartnerSaidNoText")),
            HouseStyle.Button(say["Sharing.Manage"], "mine/case", ("case", asked.Case.Id.ToString())),
        ]);
}

/// <summary>A partner that an author named is asked whether it is true, and may change the answer here.</summary>
public static class PartnerAskedCard
{
    public static AdaptiveCard For(PartnerAsked asked, Say say)
    {
        var (partner, @case) = (asked.Partner, asked.Case);
        CardData data = ("partner", partner.Id.ToString());
        var answered = partner.State is PartnerState.Confirmed or PartnerState.Declined;
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say.Markdown(
                answered ? partner.IsConfirmed ? "Sharing.PartnerConfirmed" : "Sharing.PartnerDeclined" : "Sharing.PartnerAskedText", ("partner", partner.Name))),
            new TextBlock(Markdown.Escape(say.Title(@case))) { Weight = TextWeight.Bolder },
            HouseStyle.Subtle(say.Origin(@case, asked.Organisation, asked.Kind)) with { Spacing = Spacing.None },
        };
        body.AddRange(CaseCard.Part(say["Cases.Problem"], @case.Problem, 800));
        body.AddRange(CaseCard.Part(say["Cases.WhatWasDone"], @case.WhatWasDone, 800));
        if (!partner.IsConfirmed) body.Add(HouseStyle.StrongButton(say["Sharing.PartnerYes"], "partner/answer", data.With("yes", "true")));
        if (partner.State != PartnerState.Declined) body.Add(HouseStyle.Button(say["Sharing.PartnerNo"], "partner/answer", data.With("yes", "false")));
        body.Add(HouseStyle.Subtle(say["Sharing.PartnerWhy"]));
        return HouseStyle.Card(say.Language.Code, say["Sharing.PartnerAskedHeading"], body);
    }
}
