using InnovationBot.Service.Transfer;
using InnovationBot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.Transfer;

/// <summary>Who works on files is woken by each press, however long nobody pressed before.</summary>
public sealed class KnockTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_call_after_long_silence_wakes_at_once_and_several_calls_wake_once()
    {
        var clock = new FakeTimeProvider();
        var knock = new Knock();
        for (var look = 0; look < 3; look++)
        {
            var silence = knock.Wait(Long, clock, Patience.Token);
            clock.Advance(Long);
            await silence;
        }

        knock.Call();
        knock.Call();
        await knock.Wait(Long, clock, Patience.Token).WaitAsync(Patience.Token);

        var next = knock.Wait(Long, clock, Patience.Token);
        next.IsCompleted.ShouldBeFalse();
        knock.Call();
        await next.WaitAsync(Patience.Token);
    }
}
