namespace InnovationBot.Service.Files;

/// <summary>Something in a file that cannot be taken as it is.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Field">As the file names it; empty when the whole line is meant.</param>
/// <param name="Mend">What is wrong and what to write instead.</param>
public sealed record FileFault(int Line, string Field, string Mend)
{
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {Mend}" : $"line {Line}, {Field}: {Mend}";
}
