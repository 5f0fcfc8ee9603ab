using System.ComponentModel.DataAnnotations;

namespace InnovationBot.Service.Delivery;

/// <summary>Section <c>Delivery</c> of the settings, as far as the delivery worker is concerned.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>
    /// Messages under way at once in this process, 1 to 64; default 8. So many at most end as unknown when the process is
    /// killed. At a connector that takes a third of a second for each, 8 make 24 a second.
    /// </summary>
    [Range(1, 64)]
    public int InFlight { get; set; } = 8;
}
