import { readCommit } from './Commit';
import { headerOf, parseObject, parseSignature } from './parseObject';

it('unfolds headers of several lines', () => {
  const object = parseObject(
    Buffer.from(
      'tree abc\ngpgsig -----BEGIN\n line two\n -----END\nother x\n\nmessage\n',
    ),
  );
  expect(object.headers).toEqual([
    { key: 'tree', value: 'abc' },
    { key: 'gpgsig', value: '-----BEGIN\nline two\n-----END' },
    { key: 'other', value: 'x' },
  ]);
  expect(headerOf(object, 'other')).toBe('x');
  expect(object.message).toBe('message');
});

it('decodes the encoding that the object names, and UTF-8 where it is unknown', () => {
  const text =
    'author Zo\u00eb <z@e> 0 +0000\nencoding ISO-8859-1\n\nGr\u00f6\u00dfe\n';
  expect(parseObject(Buffer.from(text, 'latin1')).message).toBe('Größe');
  const unknown = text.replace('ISO-8859-1', 'no-such');
  expect(parseObject(Buffer.from(unknown, 'utf8')).message).toBe('Größe');
});

it.each([
  [
    'A B <a@b> 1767225600 +0100',
    { name: 'A B', email: 'a@b', date: '2026-01-01T00:00:00Z' },
  ],
  ['<a@b> 0 +0000', { name: '', email: 'a@b', date: '1970-01-01T00:00:00Z' }],
  [
    'A <> 1 -0000',
    { name: 'A', email: undefined, date: '1970-01-01T00:00:01Z' },
  ],
  [
    'A <x>y> 1 +0000',
    { name: 'A', email: 'x>y', date: '1970-01-01T00:00:01Z' },
  ],
  [
    'A <a@b> 99999999999999999 +0000',
    { name: 'A', email: 'a@b', date: '1970-01-01T00:00:00Z' },
  ],
  ['A <a@b>', { name: 'A', email: undefined, date: '1970-01-01T00:00:00Z' }],
  ['', { name: '', email: undefined, date: '1970-01-01T00:00:00Z' }],
])('reads what it can of the signature %j', (value, expected) => {
  expect(parseSignature(value)).toEqual(expected);
});

it('takes the author from the author and the date from the committer', () => {
  const bytes = Buffer.from(
    'tree t\nparent p1\nparent p2\nauthor A <a@x> 5 +0000\ncommitter C <c@x> 60 +0200\n\nSubject\n\nBody\n',
  );
  expect(readCommit('oid', bytes)).toEqual({
    oid: 'oid',
    parents: ['p1', 'p2'],
    author: 'A',
    authorEmail: 'a@x',
    date: '1970-01-01T00:01:00Z',
    message: 'Subject\n\nBody',
  });
});
