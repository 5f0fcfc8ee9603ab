namespace InnovationBot.Network;

/// <summary>The store cannot do its work now; what kind of fault it is, its provider knows.</summary>
public abstract class StoreFaultException(string message, Exception? inner) : Exception(message, inner)
{
    /// <summary>It did not answer, or a connection broke. What was not confirmed was not stored, or is recognised by its key when it is tried again.</summary>
    public abstract bool BrokeOff { get; }

    /// <summary>
    /// Whether trying again soon may help: of a server that was started again, each connection kept from before is found broken by the first who uses it.
    /// </summary>
    public static bool IsBrokenOff(Exception? thrown) => thrown is not null && (thrown is StoreFaultException { BrokeOff: true } || IsBrokenOff(thrown.InnerException));
}
