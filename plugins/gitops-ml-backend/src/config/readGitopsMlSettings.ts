import os from 'node:os';
import path from 'node:path';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  readDvcRemoteRules,
  DvcRemoteRule,
} from '@gitops-ml/backstage-plugin-gitops-ml-node';
import { AllowRule, readAllowRules } from './readAllowRules';

/** The plugin's configuration with its defaults filled in. */
interface GitopsMlSettings {
  mirrors: { directory: string; maxBytes: number; timeoutMs: number };
  refreshMs: number;
  /** How long is kept what was seen of deliveries. */
  retentionMs: number;
  allowRepositories: AllowRule[];
  dvcRemotes: DvcRemoteRule[];
}

const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;
const DEFAULT_TIMEOUT_MS = 5 * 60_000;
const DEFAULT_REFRESH_MS = 60_000;
const DEFAULT_RETENTION_MS = 365 * 24 * 60 * 60_000;

/** Reads `gitopsMl`; throws where a value can't be used, so that start-up names it. */
export function readGitopsMlSettings(config: Config): GitopsMlSettings {
  return {
    mirrors: {
      directory:
        config.getOptionalString('gitopsMl.mirrors.directory') ??
        path.join(
          config.getOptionalString('backend.workingDirectory') ?? os.tmpdir(),
          'gitops-ml-mirrors',
        ),
      maxBytes:
        config.getOptionalNumber('gitopsMl.mirrors.maxBytes') ??
        DEFAULT_MAX_BYTES,
      timeoutMs: readMilliseconds(
        config,
        'gitopsMl.mirrors.timeout',
        DEFAULT_TIMEOUT_MS,
      ),
    },
    refreshMs: readMilliseconds(config, 'gitopsMl.refresh', DEFAULT_REFRESH_MS),
    retentionMs: readMilliseconds(
      config,
      'gitopsMl.retention',
      DEFAULT_RETENTION_MS,
    ),
    allowRepositories: readAllowRules(config),
    dvcRemotes: readDvcRemoteRules(config),
  };
}

function readMilliseconds(config: Config, key: string, fallback: number) {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallback;
}
