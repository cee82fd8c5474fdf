import { open } from 'node:fs/promises';
import { OBJECT_READ_LIMITS } from '@gitops-ml/core';
import { CliError } from './CliError';
import { NamedFile } from './commands/FileCommand';

/** The files in their order; `-` is the standard input. Throws `CliError`. */
export async function readFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): Promise<NamedFile[]> {
  if (paths.filter(path => path === '-').length > 1) {
    throw new CliError('The standard input can be read only once.');
  }
  const files: NamedFile[] = [];
  for (const path of paths) {
    const bytes = path === '-' ? await collect(stdin, path) : await read(path);
    files.push({ path, bytes });
  }
  return files;
}

async function read(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      return await collect(file.createReadStream(), path);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path} can't be read: ${describe(error)}.`);
  }
}

/** A pipe or device has no size to ask for: what is too much is noticed on the way. */
async function collect(
  stream: AsyncIterable<Uint8Array | string>,
  path: string,
): Promise<Uint8Array> {
  const limit = OBJECT_READ_LIMITS.bytes;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) {
      throw new CliError(`${path} has more than the limit of ${limit} bytes.`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
