using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Network.Tests.People;

/// <summary>
/// The access table, tried with everybody there can be: every role, sector, way of being confirmed or not, in the organisation the thing belongs to, in
/// another or in none. No role opens what belongs to others.
/// </summary>
public sealed class AccessMatrixTests
{
    private static readonly MemberId Owner = new(Guid.NewGuid());
    private static readonly Dictionary<Sector, Organisation> Own = Enum.GetValues<Sector>().ToDictionary(sector => sector, sector => Org("own", sector));
    private static readonly Dictionary<Sector, Organisation> Other = Enum.GetValues<Sector>().ToDictionary(sector => sector, sector => Org("other", sector));

    /// <summary>Somebody and where they are; <see cref="Confirmed"/> only when it was not merely said.</summary>
    private sealed record Somebody(Member Member, Organisation? Organisation, bool IsOwner, bool Confirmed)
    {
        public bool InPublicBody => Confirmed && Organisation!.Sector == Sector.Public;

        public override string ToString() =>
            $"{string.Join(' ', Member.Roles)} of {Organisation?.Key ?? "nowhere"} {Organisation?.Sector} by {Member.OrganisationProof}{(IsOwner ? ", the owner" : "")}";
    }

    private static IEnumerable<Somebody> Everybody(Sector of) =>
        from role in Enum.GetValues<Role>().Select(one => (Role?)one).Append(null)
        from isOwner in new[] { false, true }
        from organisation in Enum.GetValues<Sector>().Select(sector => Other[sector]).Append(Own[of]).Select(one => (Organisation?)one).Append(null)
        from proof in organisation is null ? [OrganisationProof.Claimed] : Enum.GetValues<OrganisationProof>()
        select Person(role, organisation, proof, isOwner);

    [Fact]
    public void A_case_is_read_by_whom_the_table_names()
    {
        foreach (var (somebody, sector) in InEachSector())
        {
            var reader = Reader.Of(somebody.Member, somebody.Organisation);
            var storeReads = CaseAccess.ReadableBy(reader).Compile(preferInterpretation: true);
            foreach (var readers in Enum.GetValues<Readers>())
                foreach (var state in Enum.GetValues<CaseState>())
                {
                    var @case = new Case { Key = "k", Title = "t", Problem = "p", WhatWasDone = "w", OrganisationId = Own[sector].Id, Readers = readers, AuthorId = Owner, State = state };
                    var expected = state is CaseState.Published or CaseState.Archived && (somebody.IsOwner || readers switch
                    {
                        Readers.Network => true,
                        Readers.PublicBodies => somebody.InPublicBody,
                        Readers.Organisation => somebody.Confirmed && somebody.Organisation == Own[sector],
                        _ => false,
                    });
                    reader.MayRead(@case).ShouldBe(expected, $"{somebody}, case {state} for {readers}");
                    storeReads(@case).ShouldBe(expected, $"{somebody}, case {state} for {readers}, by the store");
                }
        }
    }

    [Fact]
    public void An_open_problem_is_read_by_whom_its_owner_chose_and_never_outside_the_public_sector()
    {
        foreach (var (somebody, sector) in InEachSector())
        {
            var reads = OpenProblemReader.Of(somebody.Member, somebody.Organisation, []).Reads.Compile(preferInterpretation: true);
            var apart = OpenProblemReader.Of(somebody.Member, somebody.Organisation, [Owner]).Reads.Compile(preferInterpretation: true);
            foreach (var readers in Enum.GetValues<Readers>())
                foreach (var state in Enum.GetValues<ProblemState>())
                {
                    var problem = new Problem { Text = "t", OwnerId = Owner };
                    problem.OpenTo(Owner, readers, "t", named: false, Own[sector].Id, DateTimeOffset.UnixEpoch).ShouldBeNull();
                    problem.State = state;
                    var expected = !somebody.IsOwner && state is ProblemState.Open or ProblemState.Matched or ProblemState.Trying && !somebody.IsOwner
                        && (somebody.Organisation?.Sector ?? Sector.Public) == Sector.Public && readers switch
                        {
                            Readers.Network => true,
                            Readers.PublicBodies => somebody.InPublicBody,
                            Readers.Organisation => somebody.Confirmed && somebody.Organisation == Own[sector],
                            _ => false,
                        };
                    reads(problem).ShouldBe(expected, $"{somebody}, problem {state} for {readers}");
                    apart(problem).ShouldBeFalse($"{somebody} shall not meet its owner");
                }
        }
    }

    [Fact]
    public void A_person_is_named_to_whom_the_table_names()
    {
        foreach (var (somebody, sector) in InEachSector())
            foreach (var visibility in Enum.GetValues<Visibility>())
                foreach (var state in Enum.GetValues<MemberState>())
                    foreach (var confirmed in new[] { true, false })
                    {
                        var jan = Person(null, Own[sector], confirmed ? OrganisationProof.Import : OrganisationProof.Claimed, isOwner: false).Member;
                        (jan.Visibility, jan.State, jan.Name) = (visibility, state, "Jan");
                        var expected = state is MemberState.Active or MemberState.Paused && visibility switch
                        {
                            Visibility.Listed => true,
                            Visibility.Organisation => confirmed && somebody.Confirmed && somebody.Organisation == Own[sector],
                            _ => false,
                        };
                        Reader.Of(somebody.Member, somebody.Organisation).Show(jan, Own[sector], []).IsNamed.ShouldBe(expected, $"{somebody} looks at somebody {visibility}, {state}");
                    }
    }

    private static IEnumerable<(Somebody, Sector)> InEachSector() => Enum.GetValues<Sector>().SelectMany(sector => Everybody(sector).Select(somebody => (somebody, sector)));

    private static Somebody Person(Role? role, Organisation? organisation, OrganisationProof proof, bool isOwner)
    {
        var member = new Member { Id = isOwner ? Owner : new(Guid.NewGuid()), OrganisationId = organisation?.Id, OrganisationProof = proof, State = MemberState.Active };
        if (role is { } given) member.Give(given);
        return new(member, organisation, isOwner, organisation is not null && proof != OrganisationProof.Claimed);
    }

    private static Organisation Org(string key, Sector sector) => new() { Id = new(Guid.NewGuid()), Key = key, Name = key, Country = "BE", Sector = sector };
}
