import {
  ageColumn,
  column,
  formatLabels,
  nameColumn,
  orNone,
  wide,
} from './Column';
import { Fields } from './Fields';
import { formatAge } from './formatAge';

const join = (items: Fields[], format: (item: Fields) => string) =>
  items.map(format).join(',');

/** What a port is without one. */
const protocolOf = (port: Fields) => port.at('protocol').text || 'TCP';

/** A service that names no type is one of the cluster alone. */
export const serviceColumns = [
  nameColumn,
  column('Type', service => service.at('spec.type').text || 'ClusterIP'),
  column('Cluster-IP', service => orNone(service.at('spec.clusterIP').text)),
  column('External-IP', () => '<none>'),
  column('Port(s)', service =>
    orNone(
      join(
        service.at('spec.ports').items,
        port => `${port.at('port').number}/${protocolOf(port)}`,
      ),
    ),
  ),
  ageColumn,
  wide('Selector', service =>
    orNone(formatLabels(service.at('spec.selector'))),
  ),
];

function formatHosts(ingress: Fields): string {
  const rules = ingress.at('spec.rules').items;
  const hosts = rules.map(rule => rule.at('host').text).filter(Boolean);
  if (hosts.length === 0) return '*';
  const shown = hosts.slice(0, 3).join(',');
  return rules.length > 3 ? `${shown} + ${rules.length - 3} more...` : shown;
}

export const ingressColumns = [
  nameColumn,
  column('Class', o => orNone(o.at('spec.ingressClassName').text)),
  column('Hosts', formatHosts),
  column('Address', ingress =>
    join(
      ingress.at('status.loadBalancer.ingress').items,
      each => each.at('ip').text || each.at('hostname').text,
    ),
  ),
  column('Ports', o => (o.at('spec.tls').items.length > 0 ? '80, 443' : '80')),
  ageColumn,
];

function formatMetric(metric: Fields): string {
  const resource = metric.at('resource');
  if (!resource.isThere) return '<unknown type>';
  const utilization = resource.at('target.averageUtilization');
  const value = resource.at('target.averageValue').text;
  const target = utilization.isThere ? `${utilization.number}%` : '<auto>';
  return `${resource.at('name').text}: <unknown>/${value || target}`;
}

function formatMetrics(scaler: Fields): string {
  const metrics = scaler.at('spec.metrics').items;
  const shown = metrics.slice(0, 2).map(formatMetric).join(', ');
  const more = metrics.length - 2;
  return more > 0 ? `${shown} + ${more} more...` : orNone(shown);
}

/** Nothing measures in this cluster: the current value is never known. */
export const scalerColumns = [
  nameColumn,
  column(
    'Reference',
    o =>
      `${o.at('spec.scaleTargetRef.kind').text}/${
        o.at('spec.scaleTargetRef.name').text
      }`,
  ),
  column('Targets', formatMetrics),
  column('MinPods', scaler => {
    const least = scaler.at('spec.minReplicas');
    return least.isThere ? String(least.number) : '<unset>';
  }),
  column('MaxPods', scaler => scaler.at('spec.maxReplicas').number),
  column('Replicas', scaler => scaler.at('status.currentReplicas').number),
  ageColumn,
];

const sizeOf = (object: Fields, ...paths: string[]) =>
  paths
    .map(path => object.at(path).entries.length)
    .reduce((sum, size) => sum + size, 0);

export const configMapColumns = [
  nameColumn,
  column('Data', map => sizeOf(map, 'data', 'binaryData')),
  ageColumn,
];

export const secretColumns = [
  nameColumn,
  column('Type', secret => secret.at('type').text || 'Opaque'),
  column('Data', secret => sizeOf(secret, 'data', 'stringData')),
  ageColumn,
];

export const serviceAccountColumns = [
  nameColumn,
  column('Secrets', account => account.at('secrets').items.length),
  ageColumn,
];

export const namespaceColumns = [
  nameColumn,
  column('Status', namespace => namespace.at('status.phase').text),
  ageColumn,
];

const firstOf = (event: Fields, ...paths: string[]) =>
  paths.map(path => event.at(path).text).find(Boolean) ?? '';

function describeTarget(event: Fields): string {
  const kind = event.at('involvedObject.kind').text.toLowerCase();
  const name = event.at('involvedObject.name').text;
  return name ? `${kind}/${name}` : kind;
}

const firstSeen = ['firstTimestamp', 'eventTime'];
const lastSeen = ['series.lastObservedTime', 'lastTimestamp', ...firstSeen];

export const eventColumns = [
  column('Last Seen', (event, now) =>
    formatAge(firstOf(event, ...lastSeen), now),
  ),
  column('Type', event => event.at('type').text),
  column('Reason', event => event.at('reason').text),
  column('Object', describeTarget),
  wide('Subobject', event => event.at('involvedObject.fieldPath').text),
  wide('Source', event =>
    [
      firstOf(event, 'source.component', 'reportingComponent'),
      firstOf(event, 'source.host', 'reportingInstance'),
    ]
      .filter(Boolean)
      .join(', '),
  ),
  column('Message', event => event.at('message').text.trim()),
  wide('First Seen', (event, now) =>
    formatAge(firstOf(event, ...firstSeen), now),
  ),
  wide('Count', event => event.at('count').number || 1),
  { ...wide('Name', nameColumn.read), format: 'name' as const },
];
