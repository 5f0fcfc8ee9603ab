using InnovationBot.Network.Settings;

namespace InnovationBot.Network.Introductions;

/// <summary>How many introductions one asker may have under way, as administrators set it.</summary>
public sealed class TakerLimit(NetworkDb db, SettingsInForce settings)
{
    /// <returns><see cref="IntroductionRefusals.TooManyOpen"/> with the limit, or <c>null</c>.</returns>
    public async Task<Refusal?> Check(MemberId taker, CancellationToken stop)
    {
        var most = (await settings.Now(stop))[NetworkLimit.IntroductionsAnAsker];
        if (await db.OpenOf(taker, stop) < most) return null;
        return most == Introduction.MostOpenPerTaker ? IntroductionRefusals.TooManyOpen : IntroductionRefusals.TooManyOpen.With("most", most);
    }
}
