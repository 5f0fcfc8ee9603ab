using BenchmarkDotNet.Attributes;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Benchmarks.Micro;

/// <summary>The card of a case: made of records, and written as UTF-8.</summary>
public class CardDrawing
{
    private readonly Say say = Say.In(Language.English);

    private readonly OpenedCase opened = new(
        new Case
        {
            Id = EntityId.New<CaseId>(DateTimeOffset.UnixEpoch),
            Key = "si-0001",
            Title = "A call before the application saved eight weeks",
            Problem = "Applications for building permits came in incomplete and went back twice.\nApplicants waited fourteen weeks.",
            WhatWasDone = "Before anything was filed, an officer rang the applicant for a quarter of an hour and went through the list.",
            Outcome = Outcome.Succeeded,
            Result = "From fourteen weeks to six; complete at first filing: 34 % before, 81 % after.",
            Lesson = "The call worked better than the checklist; people do not know what they do not know.",
            PolicyArea = "Housing development",
            Tier = Tier.Local,
            Country = "SI",
            Users = UsersPart.Consulted,
            Barriers = [Barrier.Capacity, Barrier.StatusQuo],
            Partners = ["Chamber of Architects"],
            Links = ["https://lipovec.example/permits"],
            Year = 2022,
            Language = Language.English,
        },
        null,
        null,
        []);

    [Benchmark]
    public object Draw() => CaseCard.For(opened, say);

    [Benchmark]
    public byte[] DrawAndWrite() => CaseCard.For(opened, say).ToUtf8();
}
