import { promises as fs } from 'node:fs';
import {
  DEFAULT_READ_LIMITS,
  DVC_READERS,
  EntryReading,
  readEntry,
} from '@gitops-ml/core';
import { resolveInside } from './resolveInside';

/** Readings of some of DVC's own files of a workspace. */
export async function readWorkspace(
  workspace: string,
  entries: readonly string[],
): Promise<EntryReading[]> {
  const readings: EntryReading[] = [];
  for (const reader of DVC_READERS) {
    for (const entry of reader.entries(entries)) {
      const { facts, problems } = await readEntry({
        reader,
        entry,
        limits: DEFAULT_READ_LIMITS,
        call: (path, tree, limits) => reader.read(path, tree, limits),
        load: async (questions, into) => {
          for (const question of questions) {
            if (question.kind === 'list') {
              into.setList(question.directory, question.suffix, []);
            } else {
              const bytes = await loadFile(workspace, question.path);
              into.setFile(
                question.path,
                bytes ? { kind: 'bytes', bytes } : { kind: 'absent' },
              );
            }
          }
        },
      });
      readings.push({ reader: reader.id, entry, facts, problems });
    }
  }
  return readings;
}

/** The bytes of a file of the workspace, `undefined` where there is none. */
export async function loadFile(
  workspace: string,
  workspacePath: string,
): Promise<Uint8Array | undefined> {
  const place = await resolveInside(workspace, workspacePath);
  return place.kind === 'file' ? fs.readFile(place.path) : undefined;
}
