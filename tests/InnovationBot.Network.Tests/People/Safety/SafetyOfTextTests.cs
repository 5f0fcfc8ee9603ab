using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Network.Tests.People.Safety;

/// <summary>What is found in judged sentences; the report of docs/safety-of-text.md is held to what these figures are.</summary>
public sealed class SafetyOfTextTests
{
    public static TheoryData<string> Languages => [.. Language.Spoken.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Of_sentences_kept_apart_most_concerns_are_found_and_hardly_a_service_s_problem_is_taken_for_one(string language)
    {
        var apart = JudgedTexts.Concerns.Where(one => one.Language == language && one.KeptApart).ToList();
        var (right, wrong, missed) = JudgedTexts.Judge(apart);
        var otherwise = Otherwise(apart);
        ((double)right / (right + missed)).ShouldBeGreaterThan(0.7, otherwise);
        ((double)right / (right + wrong)).ShouldBeGreaterThan(0.9, otherwise);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_of_the_tuning_half_is_judged_as_by_hand(string language) =>
        Otherwise([.. JudgedTexts.Concerns.Where(one => one.Language == language && !one.KeptApart)]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_was_written_later_stays_found_and_services_problems_stay_problems(string language)
    {
        var later = JudgedTexts.Later.Where(one => one.Language == language).ToList();
        var (right, wrong, missed) = JudgedTexts.Judge(later);
        wrong.ShouldBe(0, Otherwise(later));
        ((double)right / (right + missed)).ShouldBeGreaterThan(0.85, Otherwise(later));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_points_to_a_person_is_found_and_groups_places_and_offices_stay(string language)
    {
        var all = JudgedTexts.Personals.Where(one => one.Language == language).ToList();
        var (right, wrong, missed) = JudgedTexts.Judge(all);
        var told = string.Join('\n', all.Select(one => (one, Found: PersonalDataFinder.Find(one.Text).Select(found => found.Words).ToList()))
            .Where(one => !one.Found.SequenceEqual(one.one.Marked)).Select(one => $"{one.one.Text}: {string.Join(" | ", one.Found)}"));
        ((double)right / (right + missed)).ShouldBeGreaterThan(0.85, told);
        ((double)right / (right + wrong)).ShouldBeGreaterThan(0.85, told);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Numbers_in_any_notation_and_names_in_sentences_are_found_and_what_looks_like_them_stays(string language) => string.Join('\n', JudgedTexts.LaterPersonals
        .Where(one => one.Language == language)
        .Select(one => (one.Text, one.Marked, Found: PersonalDataFinder.Find(one.Text).Select(found => found.Words).ToList()))
        .Where(one => one.Found.Count != one.Marked.Count || !one.Found.Zip(one.Marked).All(pair => pair.First.Contains(pair.Second, StringComparison.Ordinal) || pair.Second.Contains(pair.First, StringComparison.Ordinal)))
        .Select(one => $"{one.Text}: {string.Join(" | ", one.Found)}")).ShouldBeEmpty();

    [Fact]
    public void No_case_and_no_member_of_the_sample_network_is_taken_for_a_report_of_harm() => string.Join('\n', Directory
        .EnumerateFiles(Path.Combine(Repository(), "src", "InnovationBot.Service", "SampleNetwork"), "*.jsonl", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .SelectMany(line => System.Text.Json.JsonElement.Parse(line).EnumerateObject())
        .Where(property => property.Value.ValueKind == System.Text.Json.JsonValueKind.String && ConcernFinder.Find(property.Value.GetString()!) is not null)
        .Select(property => property.Value.GetString())).ShouldBeEmpty();

    [Fact]
    public void The_report_in_the_documents_tells_these_figures()
    {
        var report = File.ReadAllText(Path.Combine(Repository(), "docs", "safety-of-text.md"));
        var rows = Language.Spoken.Select(language => JudgedTexts.Row(
            language.Code, JudgedTexts.Judge(JudgedTexts.Concerns.Where(one => one.Language == language.Code && one.KeptApart)),
            JudgedTexts.Judge(JudgedTexts.Personals.Where(one => one.Language == language.Code && one.KeptApart))));
        string.Join('\n', rows.Where(row => !report.Contains(row, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Moj sef me trpinci in ne morem vec spati", SafetyConcern.Harassment)]
    [InlineData("je veux plus vivre, JE PENSE AU SUICIDE", SafetyConcern.SelfHarm)]
    [InlineData("My boss gave the contract to his cousin. Also he threatened me.", SafetyConcern.Danger)]
    public void Without_diacritics_in_capitals_and_the_gravest_of_several(string text, SafetyConcern concern) => ConcernFinder.Find(text).ShouldBe(concern);

    [Fact]
    public void Any_text_is_looked_through_in_bounded_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in new[] { "", new string('a', 50_000), Repeated("my boss "), Repeated("I want to "), Repeated("a@b.cc "), Repeated("Mrs Novak "), Repeated("1 "), "\ud800 ." })
        {
            ConcernFinder.Find(text);
            PersonalDataFinder.Mask(text).ShouldNotBeNull();
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "a search that goes back over and over takes hours");

        static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, 50_000 / text.Length));
    }

    private static string Otherwise(List<JudgedTexts.Concern> sentences) => string.Join('\n', sentences
        .Where(one => ConcernFinder.Find(one.Text) != one.Kind && (ConcernFinder.Find(one.Text) is null) != (one.Kind is null)).Select(one => $"{one.Language} {one.Kind}: {one.Text}"));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "InnovationBot.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
