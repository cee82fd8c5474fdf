import { parseYaml } from '../reading/parseYaml';
import { FileAnswer } from '../reading/Reader';
import { ReadLimits } from '../reading/ReadLimits';
import { folderOf, safePath } from '../reading/safePath';
import { YamlNode, yamlGet, yamlText } from '../reading/yamlNode';
import { isTemplated, unescapeTemplate } from './templating';

/**
 * The folder that a stage's paths are relative to. `gone`: `dvc.yaml` has no such stage,
 * and DVC doesn't look at its record.
 */
export type StageDirectory =
  | { kind: 'known'; path: string }
  | { kind: 'gone' | 'templated' | 'unreadable' };

/** The working directories of the stages of a `dvc.yaml`, for its lock. */
export function readStageDirectories(
  path: string,
  file: FileAnswer,
  limits: ReadLimits,
): (stage: string) => StageDirectory {
  const folder = folderOf(path);
  const own: StageDirectory = { kind: 'known', path: folder };
  if (file.kind === 'absent') return () => ({ kind: 'gone' });
  if (file.kind === 'too-large') return () => ({ kind: 'unreadable' });
  const { root } = parseYaml(file.bytes, path, limits);
  if (!root) {
    // A file that never says `wdir` needn't be parsed to know that none is set.
    return () => (saysWdir(file.bytes) ? { kind: 'unreadable' } : own);
  }
  const stages = yamlGet(root, 'stages');
  const entries = stages?.kind === 'map' ? stages.entries : [];
  const known = new Map(entries.map(entry => [entry.key, entry.value]));
  return name => {
    const at = name.lastIndexOf('@');
    const stage = known.get(name) ?? known.get(name.slice(0, Math.max(at, 0)));
    return stage ? directoryOfStage(folder, stage) ?? own : { kind: 'gone' };
  };
}

function directoryOfStage(
  folder: string,
  stage: YamlNode,
): StageDirectory | undefined {
  const wdir = yamlText(yamlGet(yamlGet(stage, 'do') ?? stage, 'wdir'));
  if (wdir === undefined) return undefined;
  if (isTemplated(wdir)) return { kind: 'templated' };
  const path = safePath(folder, unescapeTemplate(wdir));
  return path === undefined ? { kind: 'unreadable' } : { kind: 'known', path };
}

function saysWdir(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('wdir');
}
