namespace InnovationBot.Activities;

/// <summary>Why a request is not believed; goes into the log and the counter, never into the answer.</summary>
internal enum AuthenticationRefusal
{
    None,
    NoHeader,
    MalformedHeader,
    TokenTooLong,
    MalformedToken,
    UnknownIssuer,
    KeysUnavailable,
    UnknownKey,
    ExpiredKey,
    Algorithm,
    Signature,
    Lifetime,
    Audience,
    CallerApp,
    Endorsement,
    ServiceUrlMissing,
    ServiceUrlClaim,
    ServiceUrlHost,
    TwoTenants,
    Tenant,
    NotLoopback,
}
