using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using InnovationBot.Cards.Tests.Examples;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Cards.Tests;

public sealed class ExampleCardsTests
{
    public static TheoryData<string> Names => ExampleCards.Names;

    [Theory, MemberData(nameof(Names))]
    public void Every_example_is_as_approved(string name) => ApprovedCards.Check(name, ExampleCards.All[name].ToUtf8());

    [Theory, MemberData(nameof(Names))]
    public void Every_example_stays_far_below_the_budget(string name) =>
        ExampleCards.All[name].ToUtf8().Length.ShouldBeLessThan(CardSize.Budget / 3);

    [Fact]
    public void Every_element_input_and_action_of_the_model_is_in_an_example()
    {
        var drawn = string.Concat(ExampleCards.All.Values.Select(card => Encoding.UTF8.GetString(card.ToUtf8())));
        var names = new[] { typeof(CardElement), typeof(CardAction) }.SelectMany(Derived).Select(derived => (string)derived.TypeDiscriminator!);
        names.Where(name => !drawn.Contains($"\"type\":\"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_of_the_model_can_be_written_from_a_list()
    {
        Concrete(typeof(CardElement)).ShouldBe(Registered(typeof(CardElement)), ignoreOrder: true);
        Concrete(typeof(CardAction)).ShouldBe(Registered(typeof(CardAction)), ignoreOrder: true);
        Concrete(typeof(SelectAction)).ShouldBe(Registered(typeof(SelectAction)), ignoreOrder: true);
    }

    private static IEnumerable<Type> Concrete(Type root) => root.Assembly.GetTypes().Where(type => type.IsSubclassOf(root) && !type.IsAbstract);

    private static IEnumerable<Type> Registered(Type root) => Derived(root).Select(derived => derived.DerivedType);

    private static IEnumerable<JsonDerivedTypeAttribute> Derived(Type root) => root.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false);
}
