import { KindName } from '../kinds';
import { KubernetesObject } from '../KubernetesObject';
import { StatusError } from '../StatusError';

/** What can be selected by, beside name and namespace. */
const selectable: Partial<Record<KindName, string[]>> = {
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  Pod: ['spec.nodeName', 'status.phase'],
  Job: ['status.successful'],
  Secret: ['type'],
  Namespace: ['status.phase'],
};

const term = /^([^=!]+)(==|=|!=)([^=!]*)$/;

function fieldOf(object: unknown, path: string): string {
  let value = object;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return '';
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value === undefined || value === null ? '' : String(value);
}

/** What `?fieldSelector=` asks of an object. BadRequest where the kind can't be selected so. */
export function parseFieldSelector(
  kind: KindName,
  selector: string,
): (object: KubernetesObject) => boolean {
  const known = [
    'metadata.name',
    'metadata.namespace',
    ...(selectable[kind] ?? []),
  ];
  const requirements = selector
    .split(',')
    .filter(Boolean)
    .map(text => {
      const [, path, operator, value] = term.exec(text) ?? [];
      if (path === undefined) {
        const message = `invalid selector: '${selector}'; can't understand '${text}'`;
        throw new StatusError('BadRequest', message);
      }
      if (!known.includes(path)) {
        const message = `field label not supported: ${path}`;
        throw new StatusError('BadRequest', message);
      }
      return (object: KubernetesObject) =>
        (fieldOf(object, path) === value) === (operator !== '!=');
    });
  return object => requirements.every(holds => holds(object));
}
