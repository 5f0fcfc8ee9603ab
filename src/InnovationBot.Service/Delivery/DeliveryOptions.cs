using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Delivery;

/// <summary>Section <c>Delivery</c> of the settings, as far as the delivery worker is concerned.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>
    /// Messages under way at once in this process, 1 to 64; default 8. So many at most end as unknown when the process is
    /// killed. At a connector that takes a third of a second for each, 8 make 24 a second.
    /// </summary>
    public int InFlight { get; set; } = 8;
}

internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) =>
        options.InFlight is >= 1 and <= 64 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail("Delivery:InFlight is from 1 to 64.");
}
