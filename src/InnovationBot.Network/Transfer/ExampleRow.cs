namespace InnovationBot.Network.Transfer;

/// <summary>How the example of a template is told from a record, so that one left in is told instead of imported.</summary>
public static class ExampleRow
{
    public const string Id = "EXAMPLE";
    public const string Email = "example@town.example";

    internal static bool Is(string key) => key is Id or Email;
}
