using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Service.Evaluation;

/// <param name="In">Tab-separated <c>language text</c>; a header row is known by its first cell, further columns are ignored.</param>
/// <param name="Out">Tab-separated <c>language text label elements</c>, a line for each line read, with a header row when there was one.</param>
/// <param name="Assessor">As the product would judge with the settings in force.</param>
public sealed record EvaluateStatementsOptions(string In, string Out, IConcreteness Assessor);

/// <summary>Judges statements by the product's own assessor, with a model where one is configured, so that anybody can count how often it is right. Needs no store.</summary>
public sealed class EvaluateStatements(EvaluateStatementsOptions options, TextWriter progress)
{
    private const string HeaderCell = "language";

    /// <returns>0 done, 1 no statement, 2 unreadable input or unwritable output; but for 0 one sentence is on <c>progress</c>.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        try
        {
            var lines = await Judge(stop); // all of it first: both files may be one
            if (lines.Count == 0)
            {
                progress.WriteLine($"{options.In} holds no statement.");
                return 1;
            }

            await File.WriteAllTextAsync(options.Out, string.Concat(lines.Select(line => line + '\n')), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), stop);
            return 0;
        }
        catch (EvaluationInputException failure)
        {
            progress.WriteLine(failure.Message);
            return 2;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            progress.WriteLine($"{options.Out} cannot be written: {failure.Message}");
            return 2;
        }
    }

    private async Task<List<string>> Judge(CancellationToken stop)
    {
        List<string> lines = [];
        string? header = null;
        foreach (var (number, line) in EvaluationInput.Lines(options.In))
        {
            if (line.Split('\t') is not [var language, var text, ..]) throw new EvaluationInputException($"{options.In}, line {number}: no tab between language and text.");
            if (header is null && lines.Count == 0 && language.Trim().Equals(HeaderCell, StringComparison.OrdinalIgnoreCase)) header = $"{language}\t{text}\tlabel\telements";
            else lines.Add(await Judge(language, text, stop));
        }

        if (header is not null && lines.Count > 0) lines.Insert(0, header);
        return lines;
    }

    private async Task<string> Judge(string language, string text, CancellationToken stop)
    {
        var finding = await options.Assessor.Assess(text, Language.FromTag(language.Trim()) ?? Language.English, stop);
        return $"{language}\t{text}\t{(finding.IsAbstract ? "abstract" : "concrete")}\t{string.Join(',', finding.Elements.Select(Vocabulary.Write))}";
    }
}
