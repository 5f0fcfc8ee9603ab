namespace InnovationBot.Network;

/// <summary>
/// Why something asked for was not done, when that is to be expected. The code names the sentence a person reads
/// (texts <c>Refusals.{Code}</c>, all languages); the facts fill its placeholders.
/// </summary>
public sealed record Refusal(string Code)
{
    /// <summary>Values for the sentence's placeholders: numbers, dates, counts. Never another person's data.</summary>
    public IReadOnlyDictionary<string, object> Facts { get; init; } = new Dictionary<string, object>();

    public static readonly Refusal NotFound = new("NotFound");
    public static readonly Refusal NotYours = new("NotYours");
    public static readonly Refusal NoLongerOpen = new("NoLongerOpen");

    public Refusal With(string fact, object value) =>
        this with { Facts = new Dictionary<string, object>(Facts) { [fact] = value } };
}

/// <summary>What a use case gives back: a value, or the reason why not.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    /// <summary>The value; reading it of a refused result is a programming error.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public TOut Match<TOut>(Func<T, TOut> done, Func<Refusal, TOut> refused) => Refusal is null ? done(value!) : refused(Refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
