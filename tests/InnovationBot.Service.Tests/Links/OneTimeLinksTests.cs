using System.Net;
using InnovationBot.Conversation.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Links;

public sealed class OneTimeLinksTests
{
    private static readonly byte[] Content = "everything about you"u8.ToArray();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_gives_its_file_once_as_a_download_that_nobody_keeps()
    {
        await using var bot = await BotUnderTest.Start();
        var link = await Offer(bot);

        using var first = await bot.Door.Get(link);
        using var second = await bot.Door.Get(link);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await first.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(Content);
        first.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        first.Content.Headers.ContentDisposition.FileName.ShouldBe("my-data.json");
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
        first.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_link_is_dead()
    {
        await using var bot = await BotUnderTest.Start();
        var link = await Offer(bot);

        bot.Clock.Advance(TimeSpan.FromMinutes(16));

        using var late = await bot.Door.Get(link);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_the_file()
    {
        await using var bot = await BotUnderTest.Start();
        var link = await Offer(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => bot.Door.Get(link)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task What_the_store_holds_cannot_be_read_without_the_link()
    {
        await using var bot = await BotUnderTest.Start();
        var link = await Offer(bot);

        var kept = await bot.Store(db => db.OneTimeFiles.AsNoTracking().SingleAsync(Stop));

        kept.Sealed.AsSpan().IndexOf(Content).ShouldBe(-1);
        link.ToString().ShouldNotContain(kept.Key);
    }

    [Theory]
    [InlineData("once/short")]
    [InlineData("once/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("once/!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task A_guess_finds_nothing(string guess)
    {
        await using var bot = await BotUnderTest.Start();
        using var answer = await bot.Door.Get(new Uri(bot.Address, guess));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Uri> Offer(BotUnderTest bot)
    {
        await bot.Of("Mia").Say("help");
        var mia = await bot.Store(db => db.Members.Select(member => member.Id).SingleAsync(Stop));
        return (await bot.Services.GetRequiredService<IOneTimeLinks>().Offer(mia, "my-data.json", "application/json", Content, Stop)).ShouldNotBeNull();
    }
}
