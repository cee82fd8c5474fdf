import { promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { addIgnoreEntry } from './addIgnoreEntry';
import { checkOverlaps } from './checkOverlaps';
import { formatPointer, Pointer } from './formatPointer';
import { isGitIgnored } from './isGitIgnored';
import { loadIgnore } from './loadIgnore';
import { measureTarget, Target } from './measureTarget';
import { readTracked } from './readTracked';
import { loadFile } from './readWorkspace';
import { resolveInside } from './resolveInside';
import { TrackLimits } from './TrackLimits';

/** Works out what a path of the workspace would be under DVC; changes nothing. */
export async function planTrack(
  workspace: string,
  plainPath: string,
  limits: TrackLimits,
): Promise<Target | undefined> {
  await checkOverlaps(workspace, plainPath);
  const isIgnored = await loadIgnore(workspace, plainPath);
  const options = { workspace, path: plainPath, limits, isIgnored };
  const target = await measureTarget(options);
  if (target) await checkPointer(workspace, plainPath, target.pointer);
  return target;
}

/** A pointer to these very bytes may be there: an earlier run was cut off. */
async function checkPointer(
  workspace: string,
  plainPath: string,
  wanted: Pointer,
): Promise<void> {
  const place = await resolveInside(workspace, `${plainPath}.dvc`);
  if (place.kind === 'absent') return;
  const found = await readTracked(workspace, plainPath);
  const { algorithm, value } = found?.hash ?? {};
  if (algorithm !== 'md5' || value !== wanted.md5) {
    throw new InputError(
      `${plainPath}.dvc is there already and points to ${
        value ?? 'something else'
      }, while ${plainPath} has the md5 ${
        wanted.md5
      }. Remove one of both from the workspace`,
    );
  }
}

/** Puts the pointer and the `.gitignore` entry where the bytes were. */
export async function applyTrack(
  workspace: string,
  plainPath: string,
  target: Target,
): Promise<void> {
  // What an existing one says besides, such as a description, stays.
  const existing = await loadFile(workspace, `${plainPath}.dvc`);
  if (!existing) {
    const bytes = formatPointer(target.pointer);
    await writeFile(workspace, `${plainPath}.dvc`, bytes);
  }
  await ignore(workspace, plainPath, target);
  // Removed last: a run that is cut off before can start again from the bytes.
  await fs.rm(path.join(workspace, plainPath), { recursive: true });
}

/** As DVC does: no entry where another one leaves the path out already. */
async function ignore(
  workspace: string,
  plainPath: string,
  { kind, pointer }: Target,
): Promise<void> {
  const asked = kind === 'directory' ? `${plainPath}/` : plainPath;
  if (await isGitIgnored(workspace, asked)) return;
  const ignorePath = path.posix.join(
    path.posix.dirname(plainPath),
    '.gitignore',
  );
  const existing = await loadFile(workspace, ignorePath);
  const text = existing ? Buffer.from(existing).toString('utf8') : '';
  const changed = addIgnoreEntry(text, pointer.name);
  if (changed !== text) await writeFile(workspace, ignorePath, changed);
}

async function writeFile(
  workspace: string,
  plainPath: string,
  text: string,
): Promise<void> {
  const place = await resolveInside(workspace, plainPath);
  await fs.writeFile(place.path, text);
}
