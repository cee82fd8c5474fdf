const NEWLINE = 0x0a;

/** An object as `git cat-file --batch` announces and prints it. */
export type BatchAnswer =
  | { kind: 'object'; oid: string; type: string; bytes: Buffer }
  | { kind: 'too-large'; type: string; size: number }
  | { kind: 'missing' };

/** The answer that is being read: its announced size and where its bytes go. */
interface Body {
  oid: string;
  type: string;
  size: number;
  left: number;
  chunks: Buffer[] | undefined;
}

/**
 * Cuts the output of `git cat-file --batch` into answers. Contents larger than
 * the limit of the request at the head of the queue are dropped as they arrive.
 */
export class BatchParser {
  readonly #limit: () => number;
  readonly #answer: (answer: BatchAnswer) => void;
  #header: Buffer[] = [];
  #body: Body | undefined;

  constructor(limit: () => number, answer: (answer: BatchAnswer) => void) {
    this.#limit = limit;
    this.#answer = answer;
  }

  push(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.#body
        ? this.#pushBody(this.#body, rest)
        : this.#pushHeader(rest);
    }
  }

  /** Announced size of the object that is being dropped, if one is. */
  get dropping(): { type: string; size: number } | undefined {
    return this.#body && !this.#body.chunks ? this.#body : undefined;
  }

  #pushHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    this.#header.push(end < 0 ? chunk : chunk.subarray(0, end));
    if (end < 0) return chunk.subarray(chunk.length);
    const [oid, type, size] = Buffer.concat(this.#header)
      .toString('latin1')
      .split(' ');
    this.#header = [];
    if (size === undefined) {
      this.#answer({ kind: 'missing' });
    } else {
      const bytes = Number(size);
      this.#body = {
        oid,
        type,
        size: bytes,
        // Git ends each object with a newline of its own.
        left: bytes + 1,
        chunks: bytes > this.#limit() ? undefined : [],
      };
    }
    return chunk.subarray(end + 1);
  }

  #pushBody(body: Body, chunk: Buffer): Buffer {
    const piece = chunk.subarray(0, body.left);
    body.left -= piece.length;
    body.chunks?.push(piece);
    if (body.left === 0) {
      this.#body = undefined;
      this.#answer(finish(body));
    }
    return chunk.subarray(piece.length);
  }
}

function finish({ oid, type, size, chunks }: Body): BatchAnswer {
  return chunks
    ? {
        kind: 'object',
        oid,
        type,
        bytes: Buffer.concat(chunks).subarray(0, size),
      }
    : { kind: 'too-large', type, size };
}
