import { Command } from './commands/Command';
import { FileCommand } from './commands/FileCommand';

/** A verb: what it says, and how to get at it without loading the others. */
export type Verb =
  | {
      reads: 'repository';
      name: string;
      summary: string;
      load: () => Promise<Command>;
    }
  | {
      reads: 'files';
      name: string;
      summary: string;
      load: () => Promise<FileCommand>;
    };

export const VERBS: readonly Verb[] = [
  {
    reads: 'repository',
    name: 'data',
    summary: 'every output that DVC tracks: path, hash, size, remote',
    load: async () => (await import('./commands/data')).data,
  },
  {
    reads: 'repository',
    name: 'models',
    summary: 'every model, its versions and the stages they are assigned to',
    load: async () => (await import('./commands/models')).models,
  },
  {
    reads: 'repository',
    name: 'features',
    summary: 'Feast entities, sources, feature views and feature services',
    load: async () => (await import('./commands/features')).features,
  },
  {
    reads: 'repository',
    name: 'doctor',
    summary: 'what was found and read, and what each page still needs',
    load: async () => (await import('./commands/doctor')).doctor,
  },
  {
    reads: 'files',
    name: 'delivery',
    summary: 'how far a canary is, from Kubernetes objects: delivery FILE…|-',
    load: async () => (await import('./commands/delivery')).delivery,
  },
];

/** Verbs of the contract that are not built yet. */
export const FUTURE_VERBS: readonly string[] = [
  'pipelines',
  'diff',
  'state',
  'history',
  'check',
];
