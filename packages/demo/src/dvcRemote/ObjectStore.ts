import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ObjectName } from './parseObjectPath';

/** What became of bytes that somebody wrote. */
type WriteOutcome =
  | { kind: 'stored'; wasThere: boolean }
  | { kind: 'other-bytes'; md5: string }
  | { kind: 'too-large' };

/**
 * Lets at most so many bytes through, and knows the md5 of all. What is too much
 * is read and dropped: a client that is cut off does not read the answer.
 */
function createMeter(maxBytes: number) {
  const hash = createHash('md5');
  let size = 0;
  const isTooLarge = () => size > maxBytes;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      hash.update(chunk);
      done(undefined, isTooLarge() ? undefined : chunk);
    },
  });
  return { stream, isTooLarge, digest: () => hash.digest('hex') };
}

/**
 * Objects below one folder, named by the md5 of their bytes. An object is
 * there whole or not at all.
 */
export class ObjectStore {
  private readonly incoming: string;

  constructor(private readonly root: string) {
    // No repository has a name with a leading dot.
    this.incoming = path.join(root, '.incoming');
  }

  /** Makes the folder, and drops what an earlier process left half-written. */
  async open(): Promise<void> {
    await fs.rm(this.incoming, { recursive: true, force: true });
    await fs.mkdir(this.incoming, { recursive: true });
  }

  /** Bytes of an object; undefined where there is none. */
  async size(name: ObjectName): Promise<number | undefined> {
    return fs.stat(this.fileOf(name)).then(
      stat => (stat.isFile() ? stat.size : undefined),
      () => undefined,
    );
  }

  read(name: ObjectName): Readable {
    return createReadStream(this.fileOf(name));
  }

  async write(
    name: ObjectName,
    bytes: Readable,
    maxBytes: number,
  ): Promise<WriteOutcome> {
    const temporary = path.join(this.incoming, randomUUID());
    const meter = createMeter(maxBytes);
    try {
      await pipeline(bytes, meter.stream, createWriteStream(temporary));
      if (meter.isTooLarge()) return { kind: 'too-large' };
      const md5 = meter.digest();
      if (md5 !== name.md5) return { kind: 'other-bytes', md5 };
      const wasThere = (await this.size(name)) !== undefined;
      await fs.mkdir(path.dirname(this.fileOf(name)), { recursive: true });
      await fs.rename(temporary, this.fileOf(name));
      return { kind: 'stored', wasThere };
    } finally {
      await fs.rm(temporary, { force: true });
    }
  }

  private fileOf({ repository, md5, suffix }: ObjectName): string {
    const [first, rest] = [md5.slice(0, 2), md5.slice(2)];
    return path.join(this.root, repository, 'files/md5', first, rest + suffix);
  }
}
