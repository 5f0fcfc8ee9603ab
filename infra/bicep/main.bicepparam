using 'main.bicep'

param image = 'REGISTRY.azurecr.io/innovationbot:0.1.0'
param registry = 'REGISTRY.azurecr.io'
param botAppId = '00000000-0000-0000-0000-000000000000'
param databasePassword = readEnvironmentVariable('DATABASE_PASSWORD')
param alertEmail = 'operator@example.org'
