using System.Text;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class EvaluateStatementsTests : IDisposable
{
    private const string Concrete = "Forty parents a week wait at the counter for two hours.";

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("language\ttext\n", "language\ttext\tlabel\telements\n")]
    [InlineData("", "")]
    public async Task Each_statement_gets_its_label_and_elements_in_the_order_read(string header, string headerOut)
    {
        var (called, written) = await Evaluate($"{header}en\t{Concrete}\nsl\tkultura inovativnosti\nde-AT\t\n");

        called.ExitCode.ShouldBe(0, called.Error);
        written.ShouldBe($"{headerOut}en\t{Concrete}\tconcrete\twhat,who,how_often,where_when\nsl\tkultura inovativnosti\tabstract\t\nde-AT\t\tabstract\t\n");
    }

    [Fact]
    public async Task A_byte_order_mark_carriage_returns_and_further_columns_do_not_matter()
    {
        var (called, written) = await Evaluate($"\uFEFFLanguage\tText\tLabel\r\nen\t{Concrete}\tconcrete\r\n\r\nxx\t{Concrete}\r\n");

        called.ExitCode.ShouldBe(0, called.Error);
        written!.Split('\n').Length.ShouldBe(4);
        written.ShouldContain($"xx\t{Concrete}\tconcrete\t");
    }

    [Fact]
    public async Task The_statements_may_be_judged_in_their_own_file()
    {
        var file = Path.Combine(folder, "both.tsv");
        await File.WriteAllTextAsync(file, $"en\t{Concrete}\n", TestContext.Current.CancellationToken);

        (await Called.With("evaluate", "statements", "--in", file, "--out", file)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("concrete");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("language\ttext\n", 1)]
    [InlineData("en no tab\n", 2)]
    public async Task What_cannot_be_judged_is_refused_with_a_sentence(string input, int exitCode)
    {
        var (called, written) = await Evaluate(input);

        called.ExitCode.ShouldBe(exitCode);
        called.Error.ShouldNotBeNullOrWhiteSpace();
        written.ShouldBeNull();
    }

    [Fact]
    public async Task Other_than_UTF_8_a_missing_file_and_an_unwritable_one_are_refused()
    {
        var latin = Path.Combine(folder, "latin.tsv");
        await File.WriteAllBytesAsync(latin, Encoding.Latin1.GetBytes("fr\tévénement\n"), TestContext.Current.CancellationToken);
        var right = Path.Combine(folder, "right.tsv");
        await File.WriteAllTextAsync(right, $"en\t{Concrete}\n", TestContext.Current.CancellationToken);

        (await Called.With("evaluate", "statements", "--in", latin, "--out", Path.Combine(folder, "out"))).ExitCode.ShouldBe(2);
        (await Called.With("evaluate", "statements", "--in", Path.Combine(folder, "none"), "--out", Path.Combine(folder, "out"))).ExitCode.ShouldBe(2);
        (await Called.With("evaluate", "statements", "--in", right, "--out", Path.Combine(folder, "none", "out"))).ExitCode.ShouldBe(2);
        (await Called.With("evaluate", "statements", "--in", right)).ExitCode.ShouldBe(2);
    }

    private async Task<(Called Called, string? Written)> Evaluate(string input)
    {
        var (from, to) = (Path.Combine(folder, "in.tsv"), Path.Combine(folder, "out.tsv"));
        await File.WriteAllTextAsync(from, input, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        var called = await Called.With("evaluate", "statements", "--in", from, "--out", to);
        return (called, File.Exists(to) ? await File.ReadAllTextAsync(to, TestContext.Current.CancellationToken) : null);
    }
}
