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

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: '${name}-openai-${unique}'
  location: location
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: { customSubDomainName: '${name}-openai-${unique}', disableLocalAuth: true, publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled' }

  resource embeddings 'deployments' = {
    name: 'embeddings'
    // DataZoneStandard keeps what is sent within the EU for a resource that stands there.
    sku: { name: 'DataZoneStandard', capacity: 50 }
    properties: { model: { format: 'OpenAI', name: embeddingModel } }
  }

  resource chat 'deployments' = if (!empty(chatModel)) {
    name: 'chat'
    sku: { name: 'DataZoneStandard', capacity: 20 }
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

output endpoint string = account.properties.endpoint
