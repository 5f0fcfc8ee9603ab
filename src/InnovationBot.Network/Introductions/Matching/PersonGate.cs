using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// What must hold before anything is weighed: nobody is suggested or asked who did not agree, is not there, has enough
/// to do, or cannot talk with the asker.
/// </summary>
public static class PersonGate
{
    /// <param name="candidate">The person in question.</param>
    /// <param name="asker">Who looks for somebody.</param>
    /// <param name="apart">Everybody who must not be brought together with the asker again, in either direction.</param>
    /// <param name="asked">Everybody who was asked about this problem before.</param>
    /// <param name="now">UTC.</param>
    /// <returns><c>null</c> for somebody who may be asked.</returns>
    public static Gate? Closed(Candidate candidate, Asker asker, IReadOnlySet<MemberId> apart, IReadOnlySet<MemberId> asked, DateTimeOffset now)
    {
        var person = candidate.Member;
        if (person.Id == asker.Id) return Gate.Asker;
        if (!person.CanBeSuggested(now)) return Gate.Hidden;
        if (asked.Contains(person.Id)) return Gate.AskedBefore;
        if (apart.Contains(person.Id)) return Gate.Apart;
        if (asker.NotOwnOrganisation && person.OrganisationId is { } its && its == asker.OrganisationId) return Gate.OwnOrganisation;
        if (!PersonAccess.TalksIn(person).Intersect(asker.Languages).Any()) return Gate.Language;
        return Limits(person, candidate.Load);
    }

    /// <summary>At most two open requests, and no more a month than the person set.</summary>
    public static Gate? Limits(Member person, Load load) =>
        load.Open >= Introduction.MostOpenPerGiver || load.LastMonth >= person.MonthlyCap ? Gate.Limit : null;
}

/// <summary>Why somebody cannot be asked. Stays inside: what the asker is told does not say which.</summary>
public enum Gate { Asker, Hidden, AskedBefore, Apart, OwnOrganisation, Language, Limit }
