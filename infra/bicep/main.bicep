// The Innovation Bot on Azure: Container Apps, PostgreSQL Flexible Server, Azure Managed Redis, Azure OpenAI (optional), the bot registration with the Teams
// channel, Key Vault, one managed identity, Log Analytics and alerts.
//
//   az group create -n innovationbot -l westeurope
//   az deployment group create -g innovationbot -f infra/bicep/main.bicep -p infra/bicep/main.bicepparam
targetScope = 'resourceGroup'

@description('Region of everything but the bot registration, which is global. A region of the EU by default.')
param location string = 'westeurope'

@description('Begins the name of each resource; 3 to 12 lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'innobot'

@description('The image, for example REGISTRY.azurecr.io/innovationbot:1.0.0, built from infra/Dockerfile.')
param image string

@description('Login server of the Azure container registry that holds the image; empty for a public image. The managed identity needs AcrPull there.')
param registry string = ''

@description('The client id of the Entra app registration, single tenant, whose federated credential is the managed identity made here.')
param botAppId string

@description('The tenant of the app registration.')
param botTenantId string = tenant().tenantId

@description('Other tenants of the country whose people may use the bot beside the own one, when the registration is AzureADMultipleOrgs; empty = only the own tenant.')
param allowedTenants array = []

@description('Instances that always run. Two let one be updated or fail without a gap.')
@minValue(1)
@maxValue(10)
param minInstances int = 2

@description('Instances at most.')
@minValue(1)
@maxValue(30)
param maxInstances int = 4

@description('Administrator of the database server; the bot signs in as it.')
param databaseUser string = 'network'

@description('Its password, at least 16 characters. It is kept in the Key Vault.')
@secure()
@minLength(16)
param databasePassword string

@description('Size of the database server. Standard_B2s carries some thousand members, Standard_D2ds_v5 a country.')
param databaseSku string = 'Standard_B2s'

@description('Size of Azure Managed Redis; the smallest is enough. Empty = none, as where the region does not offer it: the instances then follow each other within a second or two.')
param redisSku string = 'Balanced_B0'

@description('Azure OpenAI for better search and for phrasing. Without it everything works with the bot\'s own search.')
param withOpenAI bool = false

@description('Model of the embeddings.')
param embeddingModel string = 'text-embedding-3-small'

@description('Model that phrases; empty = none.')
param chatModel string = ''

@description('Database, Redis, Key Vault and Azure OpenAI are reached by private addresses only.')
param privateNetwork bool = false

@description('Whose Teams: public; gcc for a tenant of US GCC, whose Azure is the public one; usgov (GCC High) or usgovdod (DoD) together with a deployment in Azure Government.')
@allowed(['public', 'gcc', 'usgov', 'usgovdod'])
param cloud string = 'public'

@description('Private DNS zone of Azure Managed Redis, used with privateNetwork; other clouds than the public one have their own (Azure docs: private endpoint DNS zone values).')
param redisZone string = 'privatelink.redis.azure.net'

@description('Address that alerts are mailed to; empty = no alerts.')
param alertEmail string = ''

var unique = uniqueString(resourceGroup().id)
var isGovernment = startsWith(cloud, 'usgov')
var botCloud = { public: 'Public', gcc: 'Public', usgov: 'UsGov', usgovdod: 'UsGovDoD' }
var vaultName = take('${name}-${unique}', 24)
var quotedPassword = '\'${replace(databasePassword, '\'', '\'\'')}\''
var tenants = empty(allowedTenants) ? [] : union([botTenantId], allowedTenants)
var channelDeployment = { public: 'CommercialDeployment', gcc: 'GCCModerateDeployment', usgov: '', usgovdod: '' }
var zones = {
  database: isGovernment ? 'postgres.database.usgovcloudapi.net' : 'postgres.database.azure.com'
  models: isGovernment ? 'privatelink.openai.azure.us' : 'privatelink.openai.azure.com'
  vault: isGovernment ? 'privatelink.vaultcore.usgovcloudapi.net' : 'privatelink.vaultcore.azure.net'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module network 'network.bicep' = if (privateNetwork) {
  name: 'network'
  params: { name: name, location: location, databaseDomain: zones.database }
}

module watching 'watching.bicep' = {
  name: 'watching'
  params: { name: name, location: location, alertEmail: alertEmail, appId: app.outputs.id }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

module data 'data.bicep' = {
  name: 'data'
  params: {
    name: name
    unique: unique
    location: location
    databaseUser: databaseUser
    databasePassword: databasePassword
    databaseSku: databaseSku
    redisSku: redisSku
    privateNetwork: privateNetwork
    databaseSubnet: privateNetwork ? network!.outputs.databaseSubnet : ''
    databaseZone: privateNetwork ? network!.outputs.databaseZone : ''
    endpointSubnet: privateNetwork ? network!.outputs.endpointSubnet : ''
    networkId: privateNetwork ? network!.outputs.id : ''
    redisZone: redisZone
  }
}

module models 'models.bicep' = if (withOpenAI) {
  name: 'models'
  params: {
    name: name
    unique: unique
    location: location
    embeddingModel: embeddingModel
    chatModel: chatModel
    principal: identity.properties.principalId
    privateNetwork: privateNetwork
    deploymentSku: isGovernment ? 'Standard' : 'DataZoneStandard'
    endpointSubnet: privateNetwork ? network!.outputs.endpointSubnet : ''
    networkId: privateNetwork ? network!.outputs.id : ''
    zone: zones.models
  }
}

module vaultEndpoint 'endpoint.bicep' = if (privateNetwork) {
  name: 'vault-endpoint'
  params: {
    name: '${name}-vault'
    location: location
    subnet: network!.outputs.endpointSubnet
    networkId: network!.outputs.id
    target: vault.id
    group: 'vault'
    zone: zones.vault
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
  }

  resource store 'secrets' = {
    name: 'Store--ConnectionString'
    properties: { value: 'Host=${data.outputs.databaseHost};Database=network;Username=${databaseUser};Password=${quotedPassword};Ssl Mode=VerifyFull' }
  }

  resource redis 'secrets' = if (!empty(redisSku)) {
    name: 'Redis--ConnectionString'
    properties: { value: data.outputs.redisConnection }
  }
}

// Key Vault Secrets User
resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registry: registry
    identityId: identity.id
    workspaceName: workspace.name
    subnet: privateNetwork ? network!.outputs.appSubnet : ''
    minInstances: minInstances
    maxInstances: maxInstances
    settings: concat([
      { name: 'Bot__AppId', value: botAppId }
      { name: 'Bot__TenantId', value: botTenantId }
      { name: 'Bot__ManagedIdentityClientId', value: identity.properties.clientId }
      { name: 'Bot__Cloud', value: botCloud[cloud] }
      { name: 'Service__KeyVault', value: vault.properties.vaultUri }
      { name: 'Service__KeyVaultIdentity', value: identity.properties.clientId }
    ], map(range(0, length(tenants)), at => { name: 'Bot__AllowedTenants__${at}', value: tenants[at] }), withOpenAI ? [
      { name: 'OpenAI__Kind', value: 'azure' }
      { name: 'OpenAI__Endpoint', value: models!.outputs.endpoint }
      { name: 'OpenAI__ManagedIdentityClientId', value: identity.properties.clientId }
      { name: 'OpenAI__EmbeddingDeployment', value: 'embeddings' }
      { name: 'OpenAI__ChatDeployment', value: empty(chatModel) ? '' : 'chat' }
    ] : [])
  }
  dependsOn: [ reads, vault::store, vault::redis, vaultEndpoint ] // without its secrets it would begin a store of its own, in a folder that goes with it
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot-${unique}'
  location: 'global'
  sku: { name: 'S1' }
  kind: 'azurebot'
  properties: {
    displayName: 'Innovation Bot'
    endpoint: '${app.outputs.url}/api/messages'
    msaAppId: botAppId
    msaAppType: 'SingleTenant'
    msaAppTenantId: botTenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: union({ isEnabled: true }, isGovernment ? {} : { deploymentEnvironment: channelDeployment[cloud] })
    }
  }
}

@description('Address of the bot; its host goes into the app package (manifest pack --domain).')
output url string = app.outputs.url

@description('Object id of the managed identity: the subject of the federated credential that the app registration needs.')
output identityPrincipalId string = identity.properties.principalId

@description('Issuer of that federated credential.')
output federatedIssuer string = '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
