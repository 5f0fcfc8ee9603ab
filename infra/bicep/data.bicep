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
@description('Size of Redis.')
param redisSku string
@description('Private addresses only.')
param privateNetwork bool
@description('Subnet of the database server.')
param databaseSubnet string
@description('Private DNS zone of the database server.')
param databaseZone string
@description('Subnet of private endpoints.')
param endpointSubnet string

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

resource redis 'Microsoft.Cache/redisEnterprise@2025-04-01' = {
  name: '${name}-redis-${unique}'
  location: location
  sku: { name: redisSku }
  properties: { minimumTlsVersion: '1.2', highAvailability: 'Enabled', publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled' }

  resource database 'databases' = {
    name: 'default'
    properties: { clientProtocol: 'Encrypted', evictionPolicy: 'AllKeysLRU', clusteringPolicy: 'EnterpriseCluster', accessKeysAuthentication: 'Enabled' }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = if (privateNetwork) {
  name: '${name}-redis'
  location: location
  properties: {
    subnet: { id: endpointSubnet }
    privateLinkServiceConnections: [{ name: 'redis', properties: { privateLinkServiceId: redis.id, groupIds: ['redisEnterprise'] } }]
  }
}

output databaseHost string = server.properties.fullyQualifiedDomainName
@secure()
output redisConnection string = '${redis.properties.hostName}:10000,password=${redis::database.listKeys().primaryKey},ssl=true'
