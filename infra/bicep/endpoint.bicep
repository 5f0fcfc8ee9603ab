// A private address for one resource, and the name by which it is found inside the network.
@description('Name of the endpoint.')
param name string
@description('Region.')
param location string
@description('Subnet that it stands in.')
param subnet string
@description('The virtual network whose machines resolve the name.')
param networkId string
@description('The resource that it leads to.')
param target string
@description('Which part of that resource (Azure docs: private-link resources, sub-resources).')
param group string
@description('Private DNS zone into which the resource\'s public name is an alias.')
param zone string

resource names 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: zone
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: name
  location: location
  properties: {
    subnet: { id: subnet }
    privateLinkServiceConnections: [{ name: group, properties: { privateLinkServiceId: target, groupIds: [group] } }]
  }

  resource entry 'privateDnsZoneGroups' = {
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: names.id } }] }
  }
}
