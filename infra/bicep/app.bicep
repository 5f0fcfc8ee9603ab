// The program, as a Container App with an ingress for the bot's endpoint; health is asked inside.
@description('Begins the name of each resource.')
param name string
@description('Region.')
param location string
@description('The image.')
param image string
@description('Login server of its registry; empty for a public image.')
param registry string
@description('Resource id of the managed identity.')
param identityId string
@description('Name of the Log Analytics workspace.')
param workspaceName string
@description('Subnet of the environment; empty = the platform\'s own network.')
param subnet string
@description('Instances at least.')
param minInstances int
@description('Instances at most.')
param maxInstances int
@description('Settings that are no secrets.')
param settings array

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: workspace.properties.customerId, sharedKey: workspace.listKeys().primarySharedKey }
    }
    vnetConfiguration: empty(subnet) ? null : { infrastructureSubnetId: subnet }
  }
}

var container = {
  name: 'bot'
  image: image
  env: concat(settings, [{ name: 'Service__PublicUrl', value: 'https://${name}.${environment.properties.defaultDomain}' }])
  resources: { cpu: json('1.0'), memory: '2Gi' }
  volumeMounts: [{ volumeName: 'data', mountPath: '/data' }]
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'http' }
      registries: empty(registry) ? [] : [{ server: registry, identity: identityId }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [union(container, {
        probes: [
          { type: 'Startup', httpGet: { path: '/health/live', port: 3979 }, periodSeconds: 2, failureThreshold: 60 }
          { type: 'Liveness', httpGet: { path: '/health/live', port: 3979 }, periodSeconds: 15, timeoutSeconds: 5 }
          { type: 'Readiness', httpGet: { path: '/health/ready', port: 3979 }, periodSeconds: 5, timeoutSeconds: 5 }
        ]
      })]
      scale: { minReplicas: minInstances, maxReplicas: maxInstances, rules: [{ name: 'turns', http: { metadata: { concurrentRequests: '50' } } }] }
      volumes: [{ name: 'data', storageType: 'EmptyDir' }]
    }
  }
}

// Brings the database up to the image; started by hand after a backup: az containerapp job start -n NAME-migrate -g GROUP
resource migrate 'Microsoft.App/jobs@2024-03-01' = {
  name: '${name}-migrate'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environment.id
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 1800
      replicaRetryLimit: 0
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      registries: empty(registry) ? [] : [{ server: registry, identity: identityId }]
    }
    template: { containers: [union(container, { args: ['migrate', '--data', '/data'] })], volumes: [{ name: 'data', storageType: 'EmptyDir' }] }
  }
}

output id string = app.id
output url string = 'https://${app.properties.configuration.ingress.fqdn}'
