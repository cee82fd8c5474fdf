/** The head of a CGI answer, and the first bytes of its body. */
export interface CgiHead {
  status: number;
  headers: Record<string, string>;
  rest: Buffer;
}

const separator = '\r\n\r\n';

/** Collects the output of a CGI program until its head is complete. */
export class CgiHeadReader {
  private collected = Buffer.alloc(0);

  /** The head once it is complete, else undefined. */
  add(chunk: Buffer): CgiHead | undefined {
    this.collected = Buffer.concat([this.collected, chunk]);
    const end = this.collected.indexOf(separator);
    if (end < 0) return undefined;
    return {
      ...parseHead(this.collected.subarray(0, end).toString('latin1')),
      rest: this.collected.subarray(end + separator.length),
    };
  }
}

function parseHead(text: string): Omit<CgiHead, 'rest'> {
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else headers[name] = value;
  }
  return { status, headers };
}
