using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

/// <summary>What becomes of people an import told of who never say whether they agree.</summary>
public abstract class UnansweredTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Who_never_wrote_is_deleted_and_who_wrote_keeps_what_they_said_themselves()
    {
        var (silent, wrote, late) = (await Imported("Silent", MemberState.Invited, 90), await Imported("Wrote", MemberState.Met, 90), await Imported("Late", MemberState.Invited, 91));

        await given.Later(TimeSpan.FromDays(90));

        var kept = await given.Read(db => db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id));
        (kept.TryGetValue(silent, out var gone) ? gone.Email : null).ShouldBeNull();
        (gone?.State ?? MemberState.Erased).ShouldBe(MemberState.Erased);
        (kept[wrote].Name, kept[wrote].Role, kept[wrote].AnswerDue).ShouldBe(("Wrote", null, null));
        kept[late].Role.ShouldBe("Head of permits");
    }

    private async Task<MemberId> Imported(string name, MemberState state, int days)
    {
        var id = (await given.Asker(name)).Id;
        await given.Change<Member>(id, m => (m.State, m.Role, m.AnswerDue) = (state, "Head of permits", given.Now + TimeSpan.FromDays(days)));
        return id;
    }
}

public sealed class UnansweredOnSqlite() : UnansweredTests(StoreEngine.Sqlite);

public sealed class UnansweredOnPostgres() : UnansweredTests(StoreEngine.Postgres);
