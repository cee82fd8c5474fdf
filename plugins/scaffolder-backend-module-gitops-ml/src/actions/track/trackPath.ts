import { promises as fs } from 'node:fs';
import path from 'node:path';
import { addIgnoreEntry } from './addIgnoreEntry';
import { formatPointer } from './formatPointer';
import { loadIgnore } from './loadIgnore';
import { measureTarget, Target } from './measureTarget';
import { loadFile } from './readWorkspace';
import { resolveInside } from './resolveInside';
import { TrackLimits } from './TrackLimits';

/** Works out what a path of the workspace would be under DVC; changes nothing. */
export async function planTrack(
  workspace: string,
  plainPath: string,
  limits: TrackLimits,
): Promise<Target | undefined> {
  const isIgnored = await loadIgnore(workspace, plainPath);
  const options = { workspace, path: plainPath, limits, isIgnored };
  return measureTarget(options);
}

/** Puts the pointer and the `.gitignore` entry where the bytes were. */
export async function applyTrack(
  workspace: string,
  plainPath: string,
  target: Target,
): Promise<void> {
  const bytes = formatPointer(target.pointer);
  await writeFile(workspace, `${plainPath}.dvc`, bytes);
  const ignorePath = path.posix.join(
    path.posix.dirname(plainPath),
    '.gitignore',
  );
  const existing = await loadFile(workspace, ignorePath);
  const text = existing ? Buffer.from(existing).toString('utf8') : '';
  const changed = addIgnoreEntry(text, target.pointer.name);
  if (changed !== text) await writeFile(workspace, ignorePath, changed);
  // Removed last: a run that is cut off before can start again from the bytes.
  await fs.rm(path.join(workspace, plainPath), { recursive: true });
}

async function writeFile(
  workspace: string,
  plainPath: string,
  text: string,
): Promise<void> {
  const place = await resolveInside(workspace, plainPath);
  await fs.writeFile(place.path, text);
}
