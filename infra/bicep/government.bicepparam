// US Government: az cloud set --name AzureUSGovernment first.
using 'main.bicep'

param location = 'usgovvirginia'
param cloud = 'usgov'
param image = 'REGISTRY.azurecr.us/innovationbot:0.1.0'
param registry = 'REGISTRY.azurecr.us'
param botAppId = '00000000-0000-0000-0000-000000000000'
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param privateNetwork = true
// Where the region offers Azure Managed Redis: its size, and as redisZone the private DNS zone that Azure's documentation names for this cloud.
param redisSku = ''
