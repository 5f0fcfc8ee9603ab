namespace InnovationBot.Network.Cases.Library;

/// <summary>Why the library was not shown as asked.</summary>
public static class LibraryRefusals
{
    /// <summary>A filter names something that the library does not know; <c>filter</c> is what was given.</summary>
    public static readonly Refusal FilterUnknown = new("FilterUnknown") { Facts = new Dictionary<string, object> { ["filter"] = "?" } };
}
