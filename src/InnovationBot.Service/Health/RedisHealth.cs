using InnovationBot.Storage.Redis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InnovationBot.Service.Health;

/// <summary>Redis answers, where one is configured; without it the service is ready all the same.</summary>
internal sealed class RedisHealth(IRedisState redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        redis.IsThere ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer. The bot goes on without it, slower; see that Redis:ConnectionString is right and Redis runs."));
}
