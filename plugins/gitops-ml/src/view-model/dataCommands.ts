import {
  DataOutputView,
  DataRemoteView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { quoteShell } from './quoteShell';

/** What everybody puts in for a setting that Git has not: its name in capitals. */
const placeholder = (setting: string) => setting.toUpperCase();

/** What a clone lacks before its remote can be asked for anything. */
export function signInCommands(remote: DataRemoteView | undefined): string[] {
  return (remote?.asksFor ?? []).map(
    setting =>
      `dvc remote modify --local ${quoteShell(
        remote?.name ?? '',
      )} ${setting} ${placeholder(setting)}`,
  );
}

/** Brings an output of the checked-out commit. */
export function pullCommand(path: string): string {
  return `dvc pull ${quoteShell(path)}`;
}

/** Gives others the version that one has. */
export function pushCommand(path: string): string {
  return `dvc push ${quoteShell(path)}`;
}

/** Brings an output of exactly this commit, from anywhere and without a clone. */
export function getCommand(
  repositoryUrl: string,
  path: string,
  oid: string,
  remote: DataRemoteView | undefined,
): string {
  const settings = (remote?.asksFor ?? []).map(
    setting => `${setting}=${placeholder(setting)}`,
  );
  return [
    `dvc get ${quoteShell(repositoryUrl)} ${quoteShell(path)} --rev ${oid}`,
    ...(remote && settings.length > 0 && !remote.default
      ? [`--remote ${quoteShell(remote.name)}`]
      : []),
    ...(settings.length > 0 ? [`--remote-config ${settings.join(' ')}`] : []),
  ].join(' ');
}

/** How `dvc repro` is told a stage, or with none all of a file. */
function stageAddress(pipeline: string, stage?: string): string[] {
  const file = pipeline.replace(/dvc\.lock$/, 'dvc.yaml');
  if (file === 'dvc.yaml')
    return stage === undefined ? [] : [quoteShell(stage)];
  return [quoteShell(stage === undefined ? file : `${file}:${stage}`)];
}

/** Runs a stage and those before it; what they read is pulled where it is not there. */
export function reproCommand(
  output: Pick<DataOutputView, 'declaredIn' | 'stage'>,
): string {
  const address = stageAddress(output.declaredIn.path, output.stage);
  return ['dvc repro --pull', ...address].join(' ');
}

/** Runs the pipelines of all these outputs. */
export function reproCommands(
  outputs: readonly Pick<DataOutputView, 'declaredIn'>[],
): string[] {
  const commands = outputs.map(({ declaredIn }) =>
    ['dvc repro --pull', ...stageAddress(declaredIn.path)].join(' '),
  );
  return [...new Set(commands)];
}

/** Sets DVC up in an entity's folder. */
export function initCommands(folder: string): string[] {
  return folder === ''
    ? ['dvc init']
    : [`cd ${quoteShell(folder)} && dvc init --subdir`];
}

/** Tracks a first piece of data, and gives it to others; PATH and URL are for people to fill in. */
export function trackCommands(remote: DataRemoteView | undefined): string[] {
  return [
    ...(remote ? [] : ['dvc remote add --default storage URL']),
    ...signInCommands(remote),
    'dvc add PATH',
    'git add . && git commit -m "Track data"',
    'dvc push && git push',
  ];
}
