using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>Words what is wrong in a file: texts <c>Mends.{Code}</c>, with their facts as placeholders.</summary>
public static class FaultText
{
    /// <summary>"line 4, title: This field is required."</summary>
    public static string Fault(this Say say, FileFault fault) => fault.Field.Length == 0
        ? say["Mends.At", ("line", fault.Line), ("mend", say.Mend(fault.Mend))]
        : say["Mends.AtField", ("line", fault.Line), ("field", fault.Field), ("mend", say.Mend(fault.Mend))];

    public static string Mend(this Say say, Mend mend)
    {
        var facts = new (string, object)[mend.Facts.Count];
        var i = 0;
        foreach (var (name, value) in mend.Facts) facts[i++] = (name, value);
        return say[$"Mends.{mend.Code}", facts];
    }
}
