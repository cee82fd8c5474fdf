import { z } from 'zod/v4';
import { ClusterStore } from '../../cluster/ClusterStore';
import { judgeResult } from '../analysis/judgeResult';
import { Measure } from '../Measure';
import { LoadObject } from './createObjectLoader';
import { evaluateRelease } from './evaluateRelease';
import { Answering, findAnswering } from './findAnswering';
import { readAddress } from './readAddress';
import { readJsonPath } from './readJsonPath';

const webSchema = z.looseObject({
  url: z.string(),
  jsonPath: z.string(),
  method: z.literal('GET').optional(),
});

type Web = z.infer<typeof webSchema>;

function readProvider(provider: Record<string, unknown>): Web {
  const [name = 'none'] = Object.keys(provider);
  if (name !== 'web') {
    throw new Error(
      `the demo cluster measures with the provider web only, not with ${name}`,
    );
  }
  const { data, error } = webSchema.safeParse(provider.web);
  if (data) return data;
  const [{ path, message }] = error.issues;
  throw new Error(`provider.web.${path.join('.')}: ${message}`);
}

/** So that nobody takes it for the release's own fault. */
const SPOILED =
  'the demo fault bad-model is on: this release loaded its model with the signs of its weights turned';

// As many releases as may be looked at in turn.
const KEPT_ANSWERS = 8;

/**
 * Measures what the inference services of the demo's cluster say of themselves:
 * no pod runs, so the model that their release names is evaluated here. What
 * can't be evaluated is an error. While `isSpoiled`, releases on trial are
 * evaluated with spoiled weights, and the measurement says so.
 */
export function createMeasure(options: {
  store: ClusterStore;
  load: LoadObject;
  isSpoiled?: () => boolean;
}): Measure {
  const { store, load, isSpoiled = () => false } = options;
  const answers = new Map<string, Promise<Record<string, unknown>>>();

  const answer = (environment: Answering['environment'], spoiled: boolean) => {
    const key = JSON.stringify([spoiled, environment]);
    const known = answers.get(key);
    if (known) return known;
    const made = evaluateRelease(environment, load, spoiled);
    answers.set(key, made);
    // Only what was worked out is kept: the remote may be there the next time.
    made.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > KEPT_ANSWERS) answers.delete(oldest);
    return made;
  };

  const ask = async ({ url, jsonPath }: Web) => {
    const address = readAddress(url);
    if (!address) {
      throw new Error(
        `the demo cluster reaches http://<service>.<namespace>.svc only, not ${url}`,
      );
    }
    const { environment, isCandidate } = findAnswering(store, address);
    if (address.path !== '/evaluation') {
      throw new Error('received non 2xx response code: 404');
    }
    const spoiled = isCandidate && isSpoiled();
    const answered = await answer(environment, spoiled);
    return { value: readJsonPath(answered, jsonPath), spoiled };
  };

  return async metric => {
    try {
      const { value, spoiled } = await ask(readProvider(metric.provider));
      return {
        value: JSON.stringify(value),
        ...(spoiled && { message: SPOILED }),
        ...judgeResult(metric, value),
      };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { phase: 'Error', message };
    }
  };
}
