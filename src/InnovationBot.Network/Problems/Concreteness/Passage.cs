using System.Runtime.CompilerServices;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>How often each cue stands in a sentence or a text.</summary>
internal struct Passage
{
    private Counts counts;

    /// <summary>Words, known or not.</summary>
    public int Words { get; set; }

    public int this[Cue cue]
    {
        readonly get => counts[(int)cue];
        set => counts[(int)cue] = value;
    }

    public readonly bool Has(Cue cue) => counts[(int)cue] > 0;

    public readonly int Sum(params ReadOnlySpan<Cue> cues)
    {
        var sum = 0;
        foreach (var cue in cues) sum += counts[(int)cue];
        return sum;
    }

    /// <summary>Turns what was told into what is only wished for.</summary>
    public void Wish()
    {
        this[Cue.Wished] += Sum(Cue.Event, Cue.Act, Cue.Effect);
        foreach (var told in (ReadOnlySpan<Cue>)[Cue.Event, Cue.Act, Cue.Effect, Cue.Often, Cue.Quantity, Cue.Cause, Cue.Tried]) this[told] = 0;
    }

    public void Add(in Passage other)
    {
        Words += other.Words;
        for (var at = 0; at < Size; at++) counts[at] += other.counts[at];
    }

    private const int Size = (int)Cue.Plain + 1;

    [InlineArray(Size)]
    private struct Counts
    {
        private int first;
    }
}
