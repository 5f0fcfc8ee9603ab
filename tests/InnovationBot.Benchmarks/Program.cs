using InnovationBot.Benchmarks;
using InnovationBot.Benchmarks.Micro;
using InnovationBot.Benchmarks.Servers;

return args switch
{
    ["echo", ..] => await EchoBenchmark.Run(),
    ["help", ..] => await HelpBenchmark.Run(),
    ["registrations", .. var people] => await RegistrationsBenchmark.Run(people is [var count] ? Number(count) : 100_000),
    ["reply", ..] => await ReplyBenchmark.Run(),
    ["ask", .. var cases] => await AskBenchmark.Run([.. cases.Select(int.Parse)]),
    ["search"] => await SearchBenchmark.Run(100_000, null),
    ["search", var cases] => await SearchBenchmark.Run(Number(cases), null),
    ["search", var cases, var pack] => await SearchBenchmark.Run(Number(cases), pack),
    ["start", .. var cases] => await StartBenchmark.Run([.. cases.Select(int.Parse)]),
    ["import", .. var lines] => await ImportBenchmark.Run([.. lines.Select(int.Parse)]),
    ["deliveries", ..] => await DeliveriesBenchmark.Run(),
    ["broadcast"] => await BroadcastBenchmark.Run(100_000, 10),
    ["broadcast", var people, var kills] => await BroadcastBenchmark.Run(Number(people), Number(kills)),
    ["country"] => await CountryBenchmark.Run(100_000, 20_000, 200, 60),
    ["country", var people, var cases, var asks, var seconds] => await CountryBenchmark.Run(Number(people), Number(cases), Number(asks), Number(seconds)),
    ["year", .. var people] => await YearBenchmark.Run(people is [var count] ? Number(count) : 5_000),
    ["micro", .. var filters] => MicroBenchmarks.Run(filters),
    ["server", var name, .. var rest] => await ServerPrograms.Run(name, rest),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("echo | help | reply | ask [CASES...] | search [CASES [PACK]] | start [CASES...] | import [LINES...] | deliveries | broadcast [PEOPLE KILLS] | registrations [PEOPLE] | country [PEOPLE CASES ASKS_A_SECOND SECONDS] | year [MEMBERS] | micro [FILTER...]   (docs/benchmarks.md says what each measures)");
    return 2;
}
