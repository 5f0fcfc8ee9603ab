using InnovationBot.Network;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Texts;

/// <summary>The one place where a refusal becomes a sentence: texts <c>Refusals.{Code}</c>, with its facts as placeholders.</summary>
public static class Refusals
{
    public static string Sentence(Refusal refusal, Say say)
    {
        var facts = new (string, object)[refusal.Facts.Count];
        var i = 0;
        foreach (var (name, value) in refusal.Facts) facts[i++] = (name, value is Kept kind ? say[$"Settings.Kept_{Vocabulary.Write(kind)}"] : value);
        return say[$"Refusals.{refusal.Code}", facts];
    }
}
