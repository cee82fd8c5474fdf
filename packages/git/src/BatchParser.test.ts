import { BatchAnswer, BatchParser } from './BatchParser';

const OID = 'a'.repeat(40);
const OUTPUT = Buffer.from(
  `${OID} blob 5\na\nb\0c\n${OID} missing\n${OID} tree 4\nlong\n${OID} blob 0\n\n`,
);
const EXPECTED: BatchAnswer[] = [
  { kind: 'object', oid: OID, type: 'blob', bytes: Buffer.from('a\nb\0c') },
  { kind: 'missing' },
  { kind: 'too-large', type: 'tree', size: 4 },
  { kind: 'object', oid: OID, type: 'blob', bytes: Buffer.from('') },
];

function parse(chunks: Buffer[]): BatchAnswer[] {
  const limits = [5, 5, 3, 0];
  const answers: BatchAnswer[] = [];
  const parser = new BatchParser(
    () => limits[answers.length],
    answer => answers.push(answer),
  );
  for (const chunk of chunks) parser.push(chunk);
  return answers;
}

it('gives the same answers wherever the output is cut', () => {
  for (let cut = 0; cut <= OUTPUT.length; cut++) {
    expect(parse([OUTPUT.subarray(0, cut), OUTPUT.subarray(cut)])).toEqual(
      EXPECTED,
    );
  }
  expect(parse(Array.from(OUTPUT, byte => Buffer.of(byte)))).toEqual(EXPECTED);
});
