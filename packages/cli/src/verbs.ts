import { Command } from './commands/Command';

/** A verb: what it says, and how to get at it without loading the others. */
interface Verb {
  name: string;
  summary: string;
  load: () => Promise<Command>;
}

export const VERBS: readonly Verb[] = [
  {
    name: 'data',
    summary: 'every output that DVC tracks: path, hash, size, remote',
    load: async () => (await import('./commands/data')).data,
  },
  {
    name: 'models',
    summary: 'every model, its versions and the stages they are assigned to',
    load: async () => (await import('./commands/models')).models,
  },
  {
    name: 'features',
    summary: 'Feast entities, sources, feature views and feature services',
    load: async () => (await import('./commands/features')).features,
  },
  {
    name: 'state',
    summary:
      'the state of a commit, or what an environment is to run, part by part',
    load: async () => (await import('./commands/state')).state,
  },
  {
    name: 'doctor',
    summary: 'what was found and read, and what each page still needs',
    load: async () => (await import('./commands/doctor')).doctor,
  },
];

/** Verbs of the contract that are not built yet. */
export const FUTURE_VERBS: readonly string[] = [
  'pipelines',
  'diff',
  'history',
  'check',
  'delivery',
];
