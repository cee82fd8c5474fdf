/** A line longer than this is no answer of a server that we know. */
const MAX_LINE = 16 * 1024 * 1024;

/**
 * The lines of a stream as they come, without the empty ones. Ends with the
 * stream; throws what reading throws, and RangeError for a line over 16 MiB.
 * Breaking off cancels the stream.
 * @public
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new RangeError('a line is too long');
    yield* lines.filter(line => line.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
