// PostgreSQL and Redis.
@description('Begins the name of each resource.')
param name string
@description('Makes names unique.')
param unique string
@description('Region.')
param location string
@description('Administrator of the database server.')
param databaseUser string
@secure()
@description('Its password.')
param databasePassword string
@description('Size of the database server.')
param databaseSku string
@description('Size of Redis; empty = none.')
param redisSku string
@description('Private addresses only.')
param privateNetwork bool
@description('Subnet of the database server.')
param databaseSubnet string
@description('Private DNS zone of the database server.')
param databaseZone string
@description('Subnet of private endpoints.')
param endpointSubnet string
@description('The virtual network; empty without.')
param networkId string
@description('Private DNS zone of Redis\' private endpoint.')
param redisZone string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db-${unique}'
  location: location
  sku: { name: databaseSku, tier: startsWith(databaseSku, 'Standard_B') ? 'Burstable' : 'GeneralPurpose' }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    network: privateNetwork ? { delegatedSubnetResourceId: databaseSubnet, privateDnsZoneArmResourceId: databaseZone, publicNetworkAccess: 'Disabled' } : { publicNetworkAccess: 'Enabled' }
  }

  resource database 'databases' = {
    name: 'network'
    properties: { charset: 'UTF8', collation: 'C.UTF-8' }
  }

  // 0.0.0.0 stands for Azure's own services: the Container App has no address of its own without a private network.
  resource azure 'firewallRules' = if (!privateNetwork) {
    name: 'azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
  }
}

resource redis 'Microsoft.Cache/redisEnterprise@2025-04-01' = if (!empty(redisSku)) {
  name: '${name}-redis-${unique}'
  location: location
  sku: { name: redisSku }
  properties: { minimumTlsVersion: '1.2', highAvailability: 'Enabled', publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled' }

  resource database 'databases' = {
    name: 'default'
    properties: { clientProtocol: 'Encrypted', evictionPolicy: 'AllKeysLRU', clusteringPolicy: 'EnterpriseCluster', accessKeysAuthentication: 'Enabled' }
  }
}

module redisEndpoint 'endpoint.bicep' = if (privateNetwork && !empty(redisSku)) {
  name: 'redis-endpoint'
  params: {
    name: '${name}-redis'
    location: location
    subnet: endpointSubnet
    networkId: networkId
    target: redis.id
    group: 'redisEnterprise'
    zone: redisZone
  }
}

output databaseHost string = server.properties.fullyQualifiedDomainName
@secure()
output redisConnection string = empty(redisSku) ? '' : '${redis!.properties.hostName}:10000,password=${redis::database!.listKeys().primaryKey},ssl=true'
