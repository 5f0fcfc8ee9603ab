using System.Reflection;
using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation;
using InnovationBot.Network;
using InnovationBot.Search;
using InnovationBot.Service.Hosting;
using InnovationBot.Storage;
using NetArchTest.Rules;

namespace InnovationBot.Service.Tests.Architecture;

/// <summary>Which room may import which; all else is forbidden.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<Assembly, string[]> Arrows = new()
    {
        [typeof(Activity).Assembly] = [],
        [typeof(AdaptiveCard).Assembly] = [],
        [typeof(NetworkDb).Assembly] = [],
        [typeof(Store).Assembly] = [Room<NetworkDb>()],
        [typeof(SearchOptions).Assembly] = [Room<NetworkDb>()],
        [typeof(ConversationServices).Assembly] = [Room<NetworkDb>(), Room<AdaptiveCard>(), Room<Activity>()],
    };

    private static readonly string[] Rooms =
        [.. Arrows.Keys.Append(typeof(RunningService).Assembly).Select(RoomOf)];

    public static TheoryData<string> AllRooms => [.. Arrows.Keys.Select(RoomOf)];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_imports_only_the_rooms_its_arrows_lead_to(string room)
    {
        var (assembly, allowed) = Arrows.Single(arrow => RoomOf(arrow.Key) == room);
        var forbidden = Rooms.Except([room, .. allowed]).ToArray();

        var result = Types.InAssembly(assembly).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        result.IsSuccessful.ShouldBeTrue(string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_lives_in_the_namespace_of_its_name(string room) =>
        Arrows.Keys.Single(assembly => RoomOf(assembly) == room).GetTypes()
            .Where(type => type.Namespace is { } name && name.StartsWith("InnovationBot", StringComparison.Ordinal))
            .Where(type => type.Namespace != room && !type.Namespace!.StartsWith($"{room}.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_network_knows_no_web_and_no_card() =>
        Types.InAssembly(typeof(NetworkDb).Assembly).ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore", "System.Net.Http").GetResult().IsSuccessful.ShouldBeTrue();

    private static string Room<T>() => RoomOf(typeof(T).Assembly);

    /// <summary>The service's assembly has the name of the program.</summary>
    private static string RoomOf(Assembly assembly) =>
        assembly == typeof(RunningService).Assembly ? "InnovationBot.Service" : assembly.GetName().Name!;
}
