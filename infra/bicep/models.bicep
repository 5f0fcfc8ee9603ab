// Azure OpenAI: the bot signs in by its managed identity, there is no key.
@description('Begins the name of each resource.')
param name string
@description('Makes names unique.')
param unique string
@description('Region.')
param location string
@description('Model of the embeddings.')
param embeddingModel string
@description('Model that phrases; empty = none.')
param chatModel string
@description('The managed identity that may use it.')
param principal string
@description('Private addresses only.')
param privateNetwork bool
@description('Kind of the deployments: DataZoneStandard keeps what is sent within the EU for a resource that stands there; clouds without data zones have Standard.')
param deploymentSku string
@description('Subnet of private endpoints.')
param endpointSubnet string
@description('The virtual network; empty without.')
param networkId string
@description('Private DNS zone of the private endpoint.')
param zone string

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: '${name}-openai-${unique}'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: '${name}-openai-${unique}', disableLocalAuth: true, publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled' }

  resource embeddings 'deployments' = {
    name: 'embeddings'
    sku: { name: deploymentSku, capacity: 50 }
    properties: { model: { format: 'OpenAI', name: embeddingModel } }
  }

  resource chat 'deployments' = if (!empty(chatModel)) {
    name: 'chat'
    sku: { name: deploymentSku, capacity: 20 }
    properties: { model: { format: 'OpenAI', name: chatModel } }
    dependsOn: [ embeddings ]
  }
}

// Cognitive Services OpenAI User
resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principal)
  scope: account
  properties: {
    principalId: principal
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
  }
}

module privateEndpoint 'endpoint.bicep' = if (privateNetwork) {
  name: 'models-endpoint'
  params: {
    name: '${name}-models'
    location: location
    subnet: endpointSubnet
    networkId: networkId
    target: account.id
    group: 'account'
    zone: zone
  }
}

output endpoint string = account.properties.endpoint
