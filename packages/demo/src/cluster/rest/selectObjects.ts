import { ApiError } from '../../argocd/ApiError';
import { parseLabelSelector } from '../../argocd/api/labelSelector';
import { KindName } from '../kinds';
import { KubernetesObject } from '../KubernetesObject';
import { StatusError } from '../StatusError';
import { parseFieldSelector } from './fieldSelector';

/** Which objects a list or a watch is about. */
export type Selection = (object: KubernetesObject) => boolean;

function parseLabels(selector: string) {
  try {
    return parseLabelSelector(selector);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new StatusError(
      'BadRequest',
      `unable to parse requirement: ${error.message}`,
    );
  }
}

/** What the place and the selectors of a request ask for. BadRequest where they can't be read. */
export function parseSelection(
  kind: KindName,
  place: { namespace?: string; name?: string },
  query: URLSearchParams,
): Selection {
  const byLabels = parseLabels(query.get('labelSelector') ?? '');
  const byFields = parseFieldSelector(kind, query.get('fieldSelector') ?? '');
  return object => {
    const { namespace, name, labels = {} } = object.metadata;
    return (
      (place.namespace === undefined || place.namespace === namespace) &&
      (place.name === undefined || place.name === name) &&
      byLabels(labels) &&
      byFields(object)
    );
  };
}
