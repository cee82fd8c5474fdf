import { Fields } from '../Fields';
import { redactText } from '../redact';
import { ResolveArguments } from './readArguments';

/** The key under which a provider has what it asks; the others have nothing of one line. */
const QUERY_KEYS: Record<string, string> = {
  prometheus: 'query',
  datadog: 'query',
  wavefront: 'query',
  newRelic: 'query',
  graphite: 'query',
  influxdb: 'query',
  skywalking: 'query',
  web: 'url',
  kayenta: 'application',
};

const LONGEST_QUERY = 2_048;

/** Which provider measures, and what it asks; headers, bodies and credentials are not read. */
export function describeProvider(
  provider: Fields,
  resolve: ResolveArguments,
): { provider: string | undefined; query: string | undefined } {
  const kind = provider.keys.find(key => provider.has(key));
  if (kind === undefined) return { provider: undefined, query: undefined };
  // A plugin's only key is its name.
  if (kind === 'plugin') {
    return { provider: kind, query: provider.map(kind).keys.at(0) };
  }
  const key = Object.hasOwn(QUERY_KEYS, kind) ? QUERY_KEYS[kind] : undefined;
  const query = key === undefined ? undefined : provider.map(kind).text(key);
  return {
    provider: kind,
    query:
      query === undefined
        ? undefined
        : redactText(resolve(query)).slice(0, LONGEST_QUERY),
  };
}
