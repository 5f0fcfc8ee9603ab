using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>How files are brought in, and an example of each kind to begin from.</summary>
internal static class TemplatesCard
{
    public static AdaptiveCard For(Say say) => HouseStyle.Card(
        say.Language.Code,
        say["Transfer.TemplatesHeading"],
        [
            HouseStyle.Paragraph(say.Markdown("Transfer.TemplatesText")),
            HouseStyle.Subtle(say["Transfer.TemplatesHint"]),
            .. Enum.GetValues<RecordKind>().Select(kind => HouseStyle.Button(KindName(kind, say), "transfer/template", ("kind", Vocabulary.Write(kind)))),
        ]);

    /// <param name="workbook">None where the service has no public address.</param>
    /// <param name="csv">As <paramref name="workbook"/>.</param>
    /// <param name="hasDrive">Teams can put the workbook into the person's OneDrive.</param>
    public static AdaptiveCard Links(RecordKind kind, Uri? workbook, Uri? csv, bool hasDrive, Say say)
    {
        List<CardElement> body =
        [
            HouseStyle.Paragraph(say.Markdown("Transfer.TemplateText")),
            HouseStyle.Subtle(say["Transfer.TemplateNeeded", ("columns", string.Join(", ", RecordShape.Of(kind).Required))]),
        ];
        if (workbook is not null && csv is not null)
        {
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Transfer.TemplateXlsx"], Url = CardUrl.Parse(workbook.ToString(), allowLoopback: true) }));
            body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Transfer.TemplateCsv"], Url = CardUrl.Parse(csv.ToString(), allowLoopback: true) }));
            body.Add(HouseStyle.Subtle(say["Transfer.Once"]));
        }
        else if (!hasDrive)
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Transfer.NoAddress")));
        }

        if (hasDrive) body.Add(HouseStyle.Button(say["People.IntoDrive"], "transfer/template-file", ("kind", Vocabulary.Write(kind))));
        body.Add(HouseStyle.Back(say["Words.Back"], "transfer/templates"));
        return HouseStyle.Card(say.Language.Code, say["Transfer.TemplateHeading", ("kind", KindName(kind, say))], body);
    }

    private static string KindName(RecordKind kind, Say say) => say[$"Transfer.Kind_{Vocabulary.Write(kind)}"];
}
