using System.Net;
using System.Net.Sockets;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>The program as somebody who tries it meets it: one command, one chat, and nothing left behind.</summary>
public sealed class DemoTests : IDisposable
{
    private const string Problem = "People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?";

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    private static Dictionary<string, string?> WithoutNode => new() { ["PATH"] = "/nowhere" };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task In_the_terminal_a_script_asks_for_an_introduction_and_eight_days_pass_and_a_second_run_keeps_it_and_fresh_forgets_it()
    {
        var (code, said) = await Terminal(
        [
            Problem,
            "2", "1", "", "", "1", "10", "", "", "", // ask for an introduction and send it: a municipality in Slovenia
            "view as", "clock +8d", "help demo",
        ]);

        code.ShouldBe(0, said);
        said.ShouldContain("Three things to try");
        said.ShouldContain("On its way");
        said.ShouldContain("Messages are waiting for:");
        said.ShouldContain("Still looking");
        said.ShouldContain("view as NAME");
        (await Terminal(["my problems"])).Said.ShouldNotContain("You have no open problem here");
        (await Terminal(["my problems"], "--fresh")).Said.ShouldContain("You have no open problem here");
    }

    [Fact]
    public async Task Two_demos_do_not_run_in_one_folder()
    {
        await using var first = DemoProcess.Run(folder, ["--chat", "none"]);
        await first.Says(new("The bot listens"));

        var (code, said) = await Terminal([], "--fresh");

        code.ShouldBe(1);
        said.ShouldStartWith("Another demo runs in ");
    }

    [Fact]
    public async Task A_network_that_is_not_a_demos_is_left_alone()
    {
        var store = Path.Combine(folder, "network.db");
        await File.WriteAllTextAsync(store, "not a demo's", TestContext.Current.CancellationToken);

        var (code, said) = await Terminal([], "--fresh");

        code.ShouldBe(1);
        said.ShouldContain("is not a demo's");
        (await File.ReadAllTextAsync(store, TestContext.Current.CancellationToken)).ShouldBe("not a demo's");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_a_sentence()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var demo = DemoProcess.Run(Path.Combine(file, "below"), ["--chat", "none"]);

        (await demo.Ended()).ShouldBe(1);
        demo.Output.Split('\n').ShouldHaveSingleItem().ShouldContain("Choose another with --data");
    }

    [Theory]
    [InlineData("--port", "none")]
    [InlineData("--chat-port", "playground")]
    public async Task A_taken_port_is_told_in_a_sentence(string option, string chat)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var demo = DemoProcess.Run(folder, ["--chat", chat, option, $"{((IPEndPoint)taken.LocalEndpoint).Port}"]);

        (await demo.Ended()).ShouldBe(1);
        demo.Output.ShouldContain("taken by another program");
        demo.Output.ShouldContain($"choose another port with {option}");
    }

    [Fact]
    public async Task Without_Node_the_terminal_serves_and_says_why()
    {
        await using var demo = DemoProcess.Run(folder, [], ["quit"], WithoutNode);

        (await demo.Ended()).ShouldBe(0, demo.Output);
        demo.Output.ShouldContain("Node 20 is not installed");
        demo.Output.ShouldContain("Who has solved this before?");
    }

    [Fact]
    public async Task The_Playground_asked_for_by_name_needs_Node()
    {
        await using var demo = DemoProcess.Run(folder, ["--chat", "playground"], environment: WithoutNode);

        (await demo.Ended()).ShouldBe(1);
        demo.Output.Split('\n').ShouldHaveSingleItem().ShouldStartWith("The Agents Playground cannot run: Node 20 is not installed");
    }

    [Fact]
    public async Task However_the_bot_ends_the_Playground_ends_with_it()
    {
        foreach (var (signal, code) in new[] { ("INT", 0), ("TERM", 0), ("KILL", 137) })
        {
            await using var demo = await DemoProcess.WithPlayground(folder);

            demo.Signal(signal);

            (await demo.Ended()).ShouldBe(code, $"{signal}\n{demo.Output}");
            var patience = Testing.Patience.Token;
            while (await IsListening(demo.Chat.Port)) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience);
        }
    }

    private async Task<(int Code, string Said)> Terminal(string[] lines, params string[] arguments)
    {
        await using var demo = DemoProcess.Run(folder, ["--chat", "terminal", .. arguments], lines);
        return (await demo.Ended(), demo.Output);
    }

    private static async Task<bool> IsListening(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
