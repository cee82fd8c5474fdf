import { Operation } from 'fast-json-patch';
import { applyOperation } from './applyOperation';

const document = () => ({ map: { a: 1 }, list: [7] });

it.each<[Operation, object]>([
  [{ op: 'replace', path: '/map/a', value: 2 }, { map: { a: 2 } }],
  [{ op: 'replace', path: '/map/b~1c', value: 2 }, { map: { 'b/c': 2 } }],
  [{ op: 'replace', path: '/list/0', value: 8 }, { list: [8] }],
  [{ op: 'add', path: '/list/-', value: 8 }, { list: [7, 8] }],
  [{ op: 'remove', path: '/map/a' }, { map: {} }],
])('applies %j', (operation, expected) => {
  const changed = document();
  applyOperation(changed, operation);
  expect(changed).toMatchObject(expected);
});

it.each<Operation>([
  { op: 'replace', path: '/list/1', value: 8 },
  { op: 'replace', path: '/none/a', value: 8 },
  { op: 'replace', path: '/map/a/b', value: 8 },
  { op: 'remove', path: '/map/b' },
  { op: 'test', path: '/map/a', value: 2 },
  { op: 'add', path: '/__proto__/a', value: 2 },
  { op: 'replace', path: '/map/__proto__', value: {} },
])('does not apply %j', operation => {
  expect(() => applyOperation(document(), operation)).toThrow();
});
