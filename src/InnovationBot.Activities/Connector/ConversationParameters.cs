namespace InnovationBot.Activities;

/// <summary>The body of <c>POST v3/conversations</c>.</summary>
internal sealed record ConversationParameters(
    ChannelAccount Bot,
    bool IsGroup,
    string? TenantId,
    IReadOnlyList<ChannelAccount>? Members = null,
    Activity? Activity = null,
    TeamsChannelData? ChannelData = null);
