using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Service.Evaluation;

/// <summary>A collection to be searched: cases as they are imported, or plain documents of <c>id</c>, <c>title</c>, <c>text</c>.</summary>
internal sealed class JudgedCollection(ILanguageDetector detector, TimeProvider clock)
{
    private readonly Dictionary<CaseId, string> documents = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<MemberId, string> people = [];
    private readonly Dictionary<string, Member> byName = new(StringComparer.Ordinal);

    public int Count => documents.Count;

    public string NameOf(CaseId id) => documents[id];

    public string NameOf(MemberId id) => people[id];

    /// <summary>The entities of a file, read as they are asked for: new members before the case that names them.</summary>
    public IEnumerable<object> Read(string file) => EvaluationInput.JsonLines(file, Entities).SelectMany(entities => entities);

    private List<object> Entities(JsonElement item)
    {
        var name = item.RunName("id", names);
        var id = EntityId.New<CaseId>(clock.GetUtcNow());
        documents[id] = name;

        var entities = new List<object>();
        var carriers = item.List("people").Distinct(StringComparer.Ordinal).Select(person => Member(person, entities)).ToList();
        entities.Add(Case(id, item, carriers));
        return entities;
    }

    private Member Member(string name, List<object> entities)
    {
        if (byName.TryGetValue(name, out var known)) return known;
        var now = clock.GetUtcNow();
        var member = new Member
        {
            Id = EntityId.New<MemberId>(now),
            Name = name,
            State = MemberState.Active,
            Consents = [Consent.Findable, Consent.Contactable, Consent.CaseContact],
            CreatedAt = now,
        };
        people[member.Id] = name;
        byName[name] = member;
        entities.Add(member);
        return member;
    }

    private Case Case(CaseId id, JsonElement item, List<Member> carriers)
    {
        var isPlain = item.Text("problem") is null;
        var problem = isPlain ? item.Text("text") ?? "" : item.Required("problem");
        var title = item.Text("title") ?? "";
        var now = clock.GetUtcNow();
        return new Case
        {
            Id = id,
            Key = item.Required("id"),
            Title = title,
            Problem = problem,
            WhatWasDone = item.Text("what_was_done") ?? "",
            Outcome = Vocabulary.TryRead<Outcome>(item.Text("outcome"), out var outcome) ? outcome : Outcome.TooEarly,
            Result = item.Text("result"),
            Lesson = item.Text("lesson"),
            PolicyArea = item.Text("policy_area"),
            Tags = item.List("tags"),
            Language = Language.FromTag(item.Text("language")) ?? detector.Detect(problem) ?? detector.Detect(title) ?? Language.English,
            Contacts = [.. carriers.Select((member, position) => new CaseContact { CaseId = id, MemberId = member.Id, Position = position })],
            CreatedAt = now,
            PublishedAt = now,
        };
    }
}
