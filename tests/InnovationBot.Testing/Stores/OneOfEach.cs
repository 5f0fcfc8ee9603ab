using System.Collections;
using System.Reflection;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InnovationBot.Testing.Stores;

/// <summary>
/// One row of every kind that the store knows, made from the model, all belonging to one person: each property that holds a person holds
/// this one, every text the same word, all ids of a kind the same id. A kind that is added is among them without anybody's thinking of it.
/// </summary>
public sealed class OneOfEach
{
    private static readonly HashSet<Type> NotMade = [typeof(Member), typeof(Change), typeof(HandledActivity), typeof(Setting), typeof(AuditEvent), typeof(AuditSegment), typeof(AuditPerson)];

    private readonly Dictionary<Type, object> ids = [];
    private readonly MemberId person;
    private readonly string word;
    private readonly DateTimeOffset later;

    private OneOfEach(MemberId person, string word, DateTimeOffset now)
    {
        (this.person, this.word, later) = (person, word, now.AddYears(5)); // nothing of it falls due by itself
    }

    /// <summary>By the type of the id, the one id that all rows use.</summary>
    public IReadOnlyDictionary<Type, object> Ids => ids;

    public List<object> Rows { get; } = [];

    /// <param name="person">Whose they are.</param>
    /// <param name="word">In every text; no text of the bot holds it.</param>
    /// <param name="now">By the network's clock.</param>
    public static OneOfEach Of(IModel model, MemberId person, string word, DateTimeOffset now)
    {
        var all = new OneOfEach(person, word, now);
        foreach (var kind in model.GetEntityTypes().Where(kind => !kind.IsOwned() && !NotMade.Contains(kind.ClrType))) all.Rows.Add(all.Row(kind));
        return all;
    }

    private object Row(IEntityType kind)
    {
        var row = New(kind.ClrType);
        foreach (var property in kind.GetProperties())
        {
            if (property.PropertyInfo is not { } member || member.SetMethod is null) continue;
            var type = property.ClrType;
            if (type == typeof(ImportId?)) continue; // what an import has not published yet, nobody sees
            var isKey = property.IsPrimaryKey();
            if (property.ValueGenerated == ValueGenerated.OnAdd && (type == typeof(long) || type == typeof(int))) continue;
            if (Nullable.GetUnderlyingType(type) is { } inner && !IsId(inner)) continue; // timers and what comes later
            if (!isKey && (type.IsPrimitive || type.IsEnum)) continue;
            var value = type == typeof(string) ? Cut(property.GetMaxLength()) : Make(type);
            if (value is not null && (type.IsValueType || type == typeof(string) || member.GetValue(row) is null || value is IList { Count: > 0 })) member.SetValue(row, value);
        }

        return row;
    }

    private string Cut(int? longest) => longest is { } most && most < word.Length ? word[..most] : word;

    private object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return IsId(inner) ? Make(inner) : null;
        if (type == typeof(MemberId)) return person;
        if (IsId(type))
        {
            if (!ids.TryGetValue(type, out var id)) ids[type] = id = type.GetMethod("From")!.Invoke(null, [Guid.CreateVersion7(later.AddYears(-5))])!;
            return id;
        }

        if (type == typeof(string)) return word;
        if (type == typeof(Guid)) return Guid.CreateVersion7(later);
        if (type == typeof(DateTimeOffset)) return later;
        if (type == typeof(DateOnly)) return DateOnly.FromDateTime(later.DateTime);
        if (type == typeof(Language)) return Language.English;
        if (type == typeof(byte[])) return new byte[] { 1 };
        if (type == typeof(float[])) return new[] { 1f };
        if (type.IsValueType) return type.IsPrimitive || type.IsEnum ? Activator.CreateInstance(type) : New(type);
        if (typeof(IEnumerable).IsAssignableFrom(type)) return Many(type);
        return New(type);
    }

    private object? Many(Type type)
    {
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : null;
        if (element is null) return null;
        var made = type.IsInterface ? Activator.CreateInstance(typeof(List<>).MakeGenericType(element)) : Activator.CreateInstance(type);
        if (made is IList list && (element == typeof(MemberId) || element == typeof(string))) list.Add(Make(element));
        return made;
    }

    private object New(Type type)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructor = type.GetConstructors(Any).Where(one => one.GetParameters() is not [var copy] || copy.ParameterType != type).MinBy(one => one.GetParameters().Length);
        var made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
        foreach (var property in type.GetProperties(Any).Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType == typeof(string) && property.GetValue(made) is null && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
                property.SetValue(made, word);
            else if (!property.PropertyType.IsValueType && property.GetValue(made) is null && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
                property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }

    private static bool IsId(Type type) => type.IsValueType && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityId<>));
}
