using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Transfer;

internal static class TransferConversation
{
    public static RoutesBuilder AddTransfer(this RoutesBuilder routes) => routes
        .File<DropFileRoute>()
        .Command<ImportCommand>("Commands.Import")
        .Verb<TemplatesRoute>()
        .Verb<TemplateRoute>()
        .Verb<TemplateFileRoute>()
        .DriveFile<TemplateFile>()
        .Verb<ShowFileRoute>()
        .Verb<FileKindRoute>()
        .Verb<OtherKindRoute>()
        .Verb<ReopenFileRoute>()
        .Verb<ColumnsRoute>()
        .Verb<MoreColumnsRoute>()
        .Verb<SaveColumnsRoute>()
        .Verb<CheckFileRoute>()
        .Verb<ImportFileRoute>()
        .Verb<DropRoute>()
        .Verb<FaultsFileRoute>();
}
