import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** Ten minutes: a first sync pulls images and runs the feature jobs. */
const DEFAULT_TIMEOUT_MS = 600_000;

/** Milliseconds of a text such as `5m`, `90s` or `PT5M`. */
export function readTimeout(text: string | undefined): number {
  if (text === undefined) return DEFAULT_TIMEOUT_MS;
  try {
    const config = new ConfigReader({ timeout: text });
    const duration = readDurationFromConfig(config, { key: 'timeout' });
    return durationToMilliseconds(duration);
  } catch {
    throw new InputError(
      `timeout is ${JSON.stringify(
        text,
      )}, which is no duration such as 5m or 90s`,
    );
  }
}
