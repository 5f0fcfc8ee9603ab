using InnovationBot.Network.People;

namespace InnovationBot.Network.Awards.Rounds;

/// <summary>The one rule of who sees a round, and who runs it.</summary>
public static class AwardAccess
{
    /// <summary>Makes and runs rounds: the network's organisers and administrators.</summary>
    public static bool MayOrganise(Member member) => member.Has(Role.Organiser) || member.Has(Role.Administrator);

    /// <summary>Everybody once it is published; organisers before.</summary>
    public static bool Sees(Member member, AwardRound round) => round.IsPublished || MayOrganise(member);

    /// <summary>
    /// May read of nominations before the announcement, as far as nominees agreed: whoever is of a private, academic or civil
    /// society organisation, or says so, may not.
    /// </summary>
    public static bool ReadsNominations(Member member, Organisation? organisation) => (organisation?.Sector ?? member.SaysKind?.Sector ?? Sector.Public) == Sector.Public;
}
