// The private network, when it is wished: one subnet each for the app, the database and private endpoints.
@description('Begins the name of each resource.')
param name string
@description('Region.')
param location string
@description('Ends the name of the database server\'s private DNS zone: postgres.database.azure.com, in another cloud its own.')
param databaseDomain string

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.60.0.0/16'] }
    subnets: [
      { name: 'app', properties: { addressPrefix: '10.60.0.0/23' } }
      {
        name: 'database'
        properties: { addressPrefix: '10.60.4.0/24', delegations: [{ name: 'postgres', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }] }
      }
      { name: 'endpoints', properties: { addressPrefix: '10.60.5.0/24' } }
    ]
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.${databaseDomain}'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

output id string = network.id
output appSubnet string = network.properties.subnets[0].id
output databaseSubnet string = network.properties.subnets[1].id
output endpointSubnet string = network.properties.subnets[2].id
output databaseZone string = zone.id
