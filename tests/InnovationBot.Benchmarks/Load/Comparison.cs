namespace InnovationBot.Benchmarks.Load;

/// <summary>One server under load.</summary>
internal sealed record Contestant(string Name, ServerProcess Server, PostedActivity Request);

/// <summary>What one contestant took in one round.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="Microseconds">Of the server's processor time, a request.</param>
internal sealed record Round(double PerSecond, double Microseconds);

/// <summary>
/// Two servers under the same load in turn, over and over: what else runs on the machine meets both, and the ratio of neighbouring rounds is
/// worth more than any figure alone.
/// </summary>
internal static class Comparison
{
    private const int Connections = 4;
    private const int Rounds = 15;
    private const int Requests = 6_000;

    /// <summary>Until the runtime has compiled what is called often for the last time, which it puts off while it is busy.</summary>
    private const int WarmUp = 20_000;

    /// <returns>Medians of the rounds' ratios, <paramref name="ours"/> to <paramref name="floor"/>.</returns>
    public static async Task<Round> Run(Contestant ours, Contestant floor)
    {
        foreach (var contestant in (Contestant[])[ours, floor])
        {
            for (var again = 0; again < 3; again++)
            {
                LightClient.Run(contestant.Server.Address, [contestant.Request], WarmUp, Connections);
                await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
            }
        }

        List<(Round Ours, Round Floor)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            // who goes first alternates too
            if (round % 2 == 0) rounds.Add((One(ours), One(floor)));
            else rounds.Add(One(floor) is var first ? (One(ours), first) : default);
        }

        Print(ours, rounds.Select(round => round.Ours));
        Print(floor, rounds.Select(round => round.Floor));
        Report.Line($"        ratio of the lowest CPU figures: {rounds.Min(round => round.Ours.Microseconds) / rounds.Min(round => round.Floor.Microseconds):0.00}");
        return new Round(
            Numbers.Median(rounds.Select(round => round.Ours.PerSecond / round.Floor.PerSecond)),
            Numbers.Median(rounds.Select(round => round.Ours.Microseconds / round.Floor.Microseconds)));
    }

    private static Round One(Contestant contestant)
    {
        var before = contestant.Server.ProcessorTime;
        var result = LightClient.Run(contestant.Server.Address, [contestant.Request], Requests, Connections);
        return new Round(result.PerSecond, (contestant.Server.ProcessorTime - before).TotalMicroseconds / Requests);
    }

    private static void Print(Contestant contestant, IEnumerable<Round> rounds)
    {
        Round[] all = [.. rounds];
        Report.Line($"{contestant.Name,-24} {Numbers.Median(all.Select(one => one.PerSecond)),8:0} requests/s  {Numbers.Median(all.Select(one => one.Microseconds)),6:0} us CPU  (lowest {all.Min(one => one.Microseconds):0})  {Numbers.Megabytes(contestant.Server.Resident),6:0} MB");
    }
}
