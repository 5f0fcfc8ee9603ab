using System.Globalization;
using System.Text.Json;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InnovationBot.Network;

/// <summary>
/// How values stand in a column: instants as UTC ticks, enumerations and ids as text, lists as JSON. Public because the
/// compiled models of the engines make them themselves; a value that is not set is the empty text.
/// </summary>
public static class StoredAs
{
    /// <summary>How lists and small values are written into a column: the vocabulary's words, readable letters.</summary>
    internal static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new VocabularyJson() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    public sealed class SendAtText() : ValueConverter<SendAt, string>(at => at.ToString(), text => SendAt.Read(text)!);

    public sealed class LanguageText() : ValueConverter<Language, string>(language => language.Code ?? "", code => new Language(code));

    public sealed class AddressText() : ValueConverter<Address, string>(address => address.Value ?? "", text => new Address(text));

    public sealed class IdText<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => EntityId.From<TId>(value)) where TId : struct, IEntityId<TId>;

    public sealed class WordText<TEnum>() : ValueConverter<TEnum, string>(
        value => Vocabulary.Write(value), text => Vocabulary.Read<TEnum>(text)) where TEnum : struct, Enum;

    public sealed class JsonText<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!);

    public sealed class ListText<T>() : ValueConverter<List<T>, string>(
        list => JsonSerializer.Serialize(list, Json), text => JsonSerializer.Deserialize<List<T>>(text, Json) ?? new());

    public sealed class ListComparer<T>() : ValueComparer<List<T>>(
        (one, other) => one == other || (one != null && other != null && one.SequenceEqual(other)),
        list => list.Aggregate(17, (hash, item) => HashCode.Combine(hash, item)),
        list => list.ToList());

    /// <summary>"exact:12".</summary>
    public sealed class FigureText() : ValueConverter<Figure, string>(
        figure => Vocabulary.Write(figure.Kind) + ":" + figure.Count.ToString(CultureInfo.InvariantCulture), text => ReadFigure(text));

    private static Figure ReadFigure(string text) =>
        new(Vocabulary.Read<FigureKind>(text[..text.IndexOf(':', StringComparison.Ordinal)]), int.Parse(text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture));
}
