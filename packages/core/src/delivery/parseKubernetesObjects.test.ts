import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { createRollout } from './__testUtils__/createObjects';
import { parseKubernetesObjects } from './parseKubernetesObjects';
import { readDeliveries } from './readDeliveries';

function parse(text: string, limits = DEFAULT_READ_LIMITS) {
  return parseKubernetesObjects(
    new TextEncoder().encode(text),
    'objects.yaml',
    limits,
  );
}

it('reads the documents of YAML, empty ones left out', () => {
  const { objects, problems } = parse(
    '# first\n---\nkind: A\n--- # second\nkind: B\n...\n---\n---\n# none\n--- {kind: C}\n',
  );
  expect(objects).toEqual([{ kind: 'A' }, { kind: 'B' }, { kind: 'C' }]);
  expect(problems).toEqual([]);
});

it('reads the items of a list, in JSON as in YAML', () => {
  const items = [createRollout(), { kind: 'Pod' }];
  const { objects } = parse(JSON.stringify({ kind: 'List', items }));
  expect(objects).toEqual(items);
  expect(parse('kind: RolloutList\nitems: [{kind: Rollout}]').objects).toEqual([
    { kind: 'Rollout' },
  ]);
});

it.each(['[]', 'null', '~'])(
  'reads a list with the items %s as nothing',
  items => {
    expect(parse(`kind: List\nitems: ${items}`).objects).toEqual([]);
  },
);

it('reads lists in lists, as kubectl does', () => {
  expect(
    parse('kind: List\nitems: [{kind: List, items: [{kind: A}]}, {kind: B}]')
      .objects,
  ).toEqual([{ kind: 'A' }, { kind: 'B' }]);
});

it('takes an object whose kind only ends like a list', () => {
  expect(parse('kind: AllowList\nspec: {}').objects).toEqual([
    { kind: 'AllowList', spec: {} },
  ]);
});

it('names the line of what can not be parsed, and reads the other documents', () => {
  const { objects, problems } = parse('kind: A\n---\nkind: [\n---\nkind: C\n');
  expect(objects).toEqual([{ kind: 'A' }, { kind: 'C' }]);
  expect(problems).toMatchObject([{ code: 'yaml-syntax', line: 3 }]);
});

it('knows the line of a field that is wrong', () => {
  const text = `kind: Pod
---
apiVersion: v1
kind: List
items:
- apiVersion: argoproj.io/v1alpha1
  kind: Rollout
  metadata: {name: churn}
  spec:
    strategy:
      canary:
        steps:
        - setWeight: 20
        - setWeight: much
  status:
    abort: maybe
`;
  const { objects, places } = parse(text);
  const { problems } = readDeliveries(objects, { now: '', places });
  expect(problems).toMatchObject([
    {
      path: 'objects.yaml',
      line: 1,
      args: { where: 'apiVersion of objects[0]' },
    },
    {
      line: 14,
      column: 11,
      args: {
        where:
          'spec.strategy.canary.steps[1].setWeight of Rollout default/churn',
      },
    },
    { line: 16, args: { where: 'status.abort of Rollout default/churn' } },
  ]);
});

it.each([
  ['too-large', `kind: ${'x'.repeat(100)}`, { bytes: 50 }],
  ['limit-exceeded', `${'['.repeat(100)}`, { depth: 20 }],
  ['limit-exceeded', `[${'1,'.repeat(100)}]`, { nodes: 50 }],
  ['not-text', 'kind: \0', {}],
])('notes %s', (code, text, limits) => {
  const { objects, problems } = parse(text, {
    ...DEFAULT_READ_LIMITS,
    ...limits,
  });
  expect(objects).toEqual([]);
  expect(problems).toMatchObject([{ code }]);
});
