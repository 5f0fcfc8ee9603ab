// Alerts: instances that restart, answers with status 500, and slow answers.
@description('Begins the name of each resource.')
param name string
@description('Region.')
param location string
@description('Address that alerts are mailed to; empty = no alerts.')
param alertEmail string
@description('The Container App.')
param appId string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: '${name}-alerts'
  location: 'global'
  properties: { groupShortName: 'innobot', enabled: true, emailReceivers: [{ name: 'operator', emailAddress: alertEmail, useCommonAlertSchema: true }] }
}

var rules = [
  { name: 'restarts', metric: 'RestartCount', aggregation: 'Maximum', threshold: 3, dimensions: [] }
  { name: 'errors', metric: 'Requests', aggregation: 'Total', threshold: 10, dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }] }
  { name: 'slow', metric: 'ResponseTime', aggregation: 'Average', threshold: 5000, dimensions: [] }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for rule in rules: if (!empty(alertEmail)) {
  name: '${name}-${rule.name}'
  location: 'global'
  properties: {
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    targetResourceType: 'Microsoft.App/containerApps'
    targetResourceRegion: location
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [{ name: rule.name, criterionType: 'StaticThresholdCriterion', metricName: rule.metric, operator: 'GreaterThan', threshold: rule.threshold, timeAggregation: rule.aggregation, dimensions: rule.dimensions }]
    }
    actions: [{ actionGroupId: group.id }]
  }
}]
