namespace InnovationBot.Search.Embeddings;

/// <summary>How many numbers were seen, what they are on average and how far they lie apart, without keeping them.</summary>
internal struct Moments
{
    private double sum;
    private double squares;

    public int Count { get; private set; }

    public readonly double Mean => Count == 0 ? 0 : sum / Count;

    /// <summary>The standard deviation.</summary>
    public readonly double Deviation => Count == 0 ? 0 : Math.Sqrt(Math.Max(0, squares / Count - Mean * Mean));

    public void Add(float number)
    {
        Count++;
        sum += number;
        squares += (double)number * number;
    }

    /// <summary>The same of all but one of the numbers.</summary>
    public readonly Moments Without(float number) => new() { Count = Count - 1, sum = sum - number, squares = squares - (double)number * number };
}
