import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob, promises as fs, Stats } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { formatListing } from './formatListing';
import { Pointer } from './formatPointer';
import { resolveInside } from './resolveInside';
import { TrackLimits } from './TrackLimits';

/** An object for the remote: its md5 (`.dir` at a listing's), and its bytes. */
export interface TrackedObject {
  md5: string;
  open: () => Promise<Blob>;
}

/** What is tracked: its pointer, and its objects, a directory's listing last. */
export interface Target {
  kind: 'file' | 'directory';
  pointer: Pointer;
  objects: TrackedObject[];
}

interface FoundFile {
  /** Of the workspace. */
  path: string;
  place: string;
  size: number;
  isExec: boolean;
}

/**
 * Works out the pointer of a file or folder from its bytes. `undefined` where
 * nothing is there. Throws InputError over the limits, at a symbolic link, and
 * for what `.dvcignore` leaves out.
 */
export async function measureTarget(options: {
  workspace: string;
  /** Plain, see parseWorkspacePath. */
  path: string;
  limits: TrackLimits;
  isIgnored: (path: string) => boolean;
}): Promise<Target | undefined> {
  const place = await resolveInside(options.workspace, options.path);
  if (place.kind === 'absent') return undefined;
  if (options.isIgnored(options.path)) {
    throw new InputError(
      `${options.path} is left out by a .dvcignore, so DVC would not track it`,
    );
  }
  const name = path.posix.basename(options.path);
  if (place.kind === 'file') {
    const file = toFound(options.path, place.path, place.stats);
    checkLimits(options.path, [file], options.limits);
    const md5 = await hashFile(file.place);
    const { size, isExec } = file;
    return {
      kind: 'file',
      pointer: { name, md5, size, isExec },
      objects: [{ md5, open: () => openAsBlob(file.place) }],
    };
  }
  const files = await listFiles(options, options.path);
  return measureDirectory(options.path, name, files);
}

async function measureDirectory(
  directory: string,
  name: string,
  files: FoundFile[],
): Promise<Target> {
  const listed: { path: string; md5: string }[] = [];
  const objects = new Map<string, TrackedObject>();
  for (const file of files) {
    const md5 = await hashFile(file.place);
    listed.push({ path: file.path.slice(directory.length + 1), md5 });
    objects.set(md5, { md5, open: () => openAsBlob(file.place) });
  }
  const listing = formatListing(listed);
  const md5 = `${createHash('md5').update(listing).digest('hex')}.dir`;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return {
    kind: 'directory',
    pointer: { name, md5, size, files: files.length, isExec: false },
    // Last, since a listing on the remote says that its files are there.
    objects: [
      ...objects.values(),
      { md5, open: async () => new Blob([listing]) },
    ],
  };
}

/** All files below a folder, in no order; those that DVC ignores are left out. */
async function listFiles(
  options: Parameters<typeof measureTarget>[0],
  directory: string,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const pending = [directory];
  for (const folder of pending) {
    const children = await listChildren(options, folder);
    pending.push(...children.folders);
    found.push(...children.files);
    checkLimits(directory, found, options.limits);
  }
  return found;
}

async function listChildren(
  { workspace, isIgnored }: Parameters<typeof measureTarget>[0],
  folder: string,
): Promise<{ files: FoundFile[]; folders: string[] }> {
  const files: FoundFile[] = [];
  const folders: string[] = [];
  for (const name of await fs.readdir(path.join(workspace, folder))) {
    const child = `${folder}/${name}`;
    checkName(child, name);
    if (isIgnored(child)) continue;
    const place = await resolveInside(workspace, child);
    if (place.kind === 'directory') folders.push(child);
    if (place.kind === 'file') {
      files.push(toFound(child, place.path, place.stats));
    }
  }
  return { files, folders };
}

function checkName(child: string, name: string): void {
  if (name === '.git' || name === '.dvc' || name === '.hg') {
    throw new InputError(`${child} is a folder of Git's or DVC's own`);
  }
  if (name === '.dvcignore') {
    throw new InputError(
      `${child} is inside a tracked folder, which DVC refuses; put it above`,
    );
  }
  if (name === 'dvc.yaml' || name.endsWith('.dvc')) {
    throw new InputError(
      `${child} tracks something inside a folder that is to be tracked itself; track one of both`,
    );
  }
  if (name.includes('\ufffd')) {
    throw new InputError(`The name ${child} is not UTF-8; rename the file`);
  }
}

function checkLimits(
  target: string,
  files: FoundFile[],
  limits: TrackLimits,
): void {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const advice = 'track it with `dvc add` and `dvc push` in a clone';
  if (files.length > limits.files) {
    throw new InputError(
      `${target} holds more than ${limits.files} files; ${advice}`,
    );
  }
  if (bytes > limits.bytes) {
    throw new InputError(
      `${target} is larger than ${limits.bytes} bytes; ${advice}`,
    );
  }
}

function toFound(
  workspacePath: string,
  place: string,
  stats: Stats,
): FoundFile {
  return {
    path: workspacePath,
    place,
    size: stats.size,
    // DVC looks at the owner's bit only.
    isExec: (stats.mode & 0o100) !== 0,
  };
}

async function hashFile(place: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(place)) hash.update(chunk);
  return hash.digest('hex');
}
