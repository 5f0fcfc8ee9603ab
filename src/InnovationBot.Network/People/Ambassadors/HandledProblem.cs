namespace InnovationBot.Network.People.Ambassadors;

/// <summary>A problem that somebody says to have handled, and what bears it out: a case, or years.</summary>
/// <param name="Text">In their words.</param>
/// <param name="Case">A published case they wrote or carried.</param>
/// <param name="Years">How long they have dealt with it.</param>
public sealed record HandledProblem(string Text, CaseId? Case, int? Years);
