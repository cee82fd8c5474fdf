import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Observation } from '../../index/tracking/observe';
import { RepositoryState } from '../../index/tracking/readRepositoryState';
import { Binding } from '../binding/bindEntity';

/** The envelope without revision and problems, from what is known without opening the repository. */
export function assembleEnvelope(options: {
  topic: string;
  binding: Binding;
  state: RepositoryState | undefined;
  defaultBranch: string | undefined;
  now: string;
}): Envelope {
  const { topic, binding, state, defaultBranch, now } = options;
  const base = { schemaVersion: 1 as const, topic, problems: [] };
  if (binding.kind === 'unbound') {
    const message = `${binding.message} ${binding.remedy}`;
    return {
      ...base,
      repository: { url: binding.url ?? '', path: '' },
      source: { status: binding.status, since: now, message },
      index: { status: 'failed', commits: 0, message: binding.message },
    };
  }
  const { cloneUrl, webUrl } = binding.repository;
  return {
    ...base,
    repository: { url: cloneUrl, webUrl, path: binding.path, defaultBranch },
    source: describeSource(state?.source, now),
    index: describeIndex(state),
  };
}

/** Before the first look has ended nothing is wrong, and nothing was observed. */
function describeSource(
  source: Observation | undefined,
  now: string,
): Envelope['source'] {
  return (
    source ?? {
      status: 'ok',
      since: now,
      message: 'First look at the repository.',
    }
  );
}

function describeIndex(state: RepositoryState | undefined): Envelope['index'] {
  if (!state) return { status: 'waiting', commits: 0 };
  const { head: _, ...index } = state.index;
  return index;
}
