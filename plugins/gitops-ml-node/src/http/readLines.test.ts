import { readLines } from './readLines';

const streamOf = (...parts: (string | Uint8Array)[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) {
        controller.enqueue(
          typeof part === 'string' ? new TextEncoder().encode(part) : part,
        );
      }
      controller.close();
    },
  });

async function collect(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it.each<[string, (string | Uint8Array)[], string[]]>([
    ['lines in one piece', ['a\nb\n'], ['a', 'b']],
    ['a line in several pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['empty lines', ['\n\na\n\n', '\r\n'], ['a']],
    [
      'a character in two pieces',
      [new Uint8Array([0xc3]), new Uint8Array([0xa9, 0x0a])],
      ['é'],
    ],
    ['nothing', [], []],
  ])('reads %s', async (_, parts, lines) => {
    expect(await collect(streamOf(...parts))).toEqual(lines);
  });

  it('refuses a line without end', async () => {
    const megabyte = 'x'.repeat(1024 * 1024);
    await expect(
      collect(streamOf(...Array(17).fill(megabyte))),
    ).rejects.toThrow(RangeError);
  });
});
