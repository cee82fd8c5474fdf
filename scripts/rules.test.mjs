import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './toolchain/paths.mjs';

const require = createRequire(import.meta.url);
const cruiseConfiguration = path.join(root, '.dependency-cruiser.cjs');
const backend = 'plugins/gitops-ml-backend/src';

/** [importing file, imported file or module, the rule that must object, if any] */
const imports = [
  ['packages/core/src/dvc/a.ts', 'packages/core/src/reading/a.ts', undefined],
  [
    'packages/core/src/dvc/b.ts',
    'packages/core/src/gto/b.ts',
    'inside-core-dvc',
  ],
  [
    'packages/core/src/gto/c.ts',
    'packages/core/src/model/c.ts',
    'inside-core-gto',
  ],
  [
    'packages/core/src/feast/c.ts',
    'packages/core/src/dvc/c.ts',
    'inside-core-feast',
  ],
  [
    'packages/core/src/descriptor/c.ts',
    'packages/core/src/dvc/c.ts',
    'inside-core-descriptor',
  ],
  [
    'packages/core/src/reading/d.ts',
    'packages/core/src/facts/d.ts',
    'inside-core-reading',
  ],
  [
    'packages/core/src/facts/e.ts',
    'packages/core/src/model/e.ts',
    'inside-core-facts',
  ],
  [
    'packages/core/src/model/f.ts',
    'packages/core/src/dvc/f.ts',
    'inside-core-model',
  ],
  ['packages/core/src/f.ts', 'node:fs', 'no-node-built-ins-in-a-browser'],
  [
    'plugins/gitops-ml-common/src/f.ts',
    'node:path',
    'no-node-built-ins-in-a-browser',
  ],
  ['plugins/gitops-ml/src/f.ts', 'node:path', 'no-node-built-ins-in-a-browser'],
  ['packages/git/src/f.ts', 'node:fs', undefined],
  [
    'packages/core/src/g.ts',
    'packages/git/src/g.ts',
    'imports-of-packages-core',
  ],
  ['packages/git/src/h.ts', 'packages/cli/src/h.ts', 'imports-of-packages-git'],
  ['packages/cli/src/i.ts', `${backend}/i.ts`, 'imports-of-packages-cli'],
  [
    'plugins/gitops-ml-common/src/j.ts',
    'plugins/gitops-ml/src/j.ts',
    'imports-of-plugins-gitops-ml-common',
  ],
  [
    'plugins/gitops-ml-node/src/k.ts',
    `${backend}/k.ts`,
    'imports-of-plugins-gitops-ml-node',
  ],
  [
    'plugins/gitops-ml/src/l.ts',
    'packages/core/src/l.ts',
    'imports-of-plugins-gitops-ml',
  ],
  [
    `${backend}/m.ts`,
    'packages/demo/src/m.ts',
    'demo-app-and-backend-are-for-tests',
  ],
  [`${backend}/m.test.ts`, 'packages/demo/src/n.ts', undefined],
  [
    `${backend}/api/o.ts`,
    `${backend}/index/o.ts`,
    'inside-gitops-ml-backend-api',
  ],
  [`${backend}/api/p.ts`, `${backend}/state/p.ts`, undefined],
  [`${backend}/state/q.ts`, `${backend}/index/q.ts`, undefined],
  [
    `${backend}/state/r.ts`,
    `${backend}/api/r.ts`,
    'inside-gitops-ml-backend-state',
  ],
  [
    `${backend}/index/s.ts`,
    `${backend}/live/s.ts`,
    'inside-gitops-ml-backend-index',
  ],
  [
    `${backend}/live/t.ts`,
    `${backend}/index/t.ts`,
    'inside-gitops-ml-backend-live',
  ],
  [
    `${backend}/git/u.ts`,
    `${backend}/index/u.ts`,
    'inside-gitops-ml-backend-git',
  ],
  [`${backend}/git/v.ts`, `${backend}/forge/v.ts`, undefined],
  [
    `${backend}/forge/u.ts`,
    `${backend}/git/u2.ts`,
    'inside-gitops-ml-backend-forge',
  ],
  [`${backend}/v.ts`, `${backend}/v.test.ts`, 'no-tests-in-source'],
  [`${backend}/w.ts`, `${backend}/nowhere.ts`, 'resolvable'],
  [`${backend}/circle/a.ts`, `${backend}/circle/b.ts`, 'no-cycles'],
];

let tree;
let violations;

function writeImport(from, to) {
  const file = path.join(tree, from);
  const specifier = to.startsWith('node:')
    ? to
    : `./${path.relative(path.dirname(from), to)}`.replace(/\.ts$/, '');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, `import '${specifier}';\n`);
}

function writeTarget(to) {
  const file = path.join(tree, to);
  if (to.startsWith('node:') || to.includes('nowhere')) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.appendFileSync(file, 'export {};\n');
}

before(() => {
  tree = fs.mkdtempSync(path.join(os.tmpdir(), 'gitops-ml-rules-'));
  fs.writeFileSync(path.join(tree, 'tsconfig.json'), '{}');
  for (const [from, to] of imports) {
    writeImport(from, to);
    writeTarget(to);
  }
  writeImport(`${backend}/circle/b.ts`, `${backend}/circle/a.ts`);
  const { stdout } = spawnSync(
    path.join(root, 'node_modules', '.bin', 'depcruise'),
    [
      '--config',
      cruiseConfiguration,
      '--output-type',
      'json',
      'packages',
      'plugins',
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  violations = JSON.parse(stdout).summary.violations;
});

after(() => fs.rmSync(tree, { recursive: true, force: true }));

const objectionsTo = file =>
  violations
    .filter(({ from }) => from === file)
    .map(violation => violation.rule.name);

for (const [from, to, rule] of imports) {
  test(`${from} ${rule ? 'may not' : 'may'} import ${to}`, () => {
    const objections = objectionsTo(from);
    if (rule) assert.ok(objections.includes(rule), `${objections}`);
    else assert.deepEqual(objections, []);
  });
}

test('every package has a line in the table of arrows', () => {
  const { forbidden } = require(cruiseConfiguration);
  const ruled = forbidden
    .filter(({ name }) => name.startsWith('imports-of-'))
    .map(({ from }) => from.path.slice(1, -1));
  const present = ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder))
      .map(name => `${folder}/${name}`)
      .filter(name => fs.existsSync(path.join(root, name, 'package.json'))),
  );
  assert.deepEqual(present.sort(), ruled.sort());
});

const tangle = `export function f(a: number[]) {
  for (const b of a) { if (b) { for (const c of a) { if (c) { if (b > c) { return c; } } } } }
  return 0;
}`;

/** [rule, source that it must refuse] */
const lintCases = [
  ['max-lines', 'export const a = 1;\n'.repeat(401)],
  ['sonarjs/cognitive-complexity', tangle],
  ['no-warning-comments', '// TODO: later\nexport const a = 1;'],
  ['@typescript-eslint/no-explicit-any', 'export const a = (b: any) => b;'],
  [
    '@typescript-eslint/consistent-type-assertions',
    'export const a = (b: unknown) => b as string;',
  ],
  [
    '@backstage/no-undeclared-imports',
    "import { load } from 'js-yaml';\nexport const a = load;",
  ],
];

for (const [rule, source] of lintCases) {
  test(`the linter refuses a breach of ${rule}`, async () => {
    const cwd = path.join(root, 'packages/core');
    const linter = new ESLint({ cwd });
    const [{ messages }] = await linter.lintText(source, {
      filePath: path.join(cwd, 'src/breach.ts'),
    });
    assert.ok(messages.some(({ ruleId }) => ruleId === rule));
  });
}

test('the linter refuses an image without words for those who do not see it', async () => {
  const cwd = path.join(root, 'plugins/gitops-ml');
  const linter = new ESLint({ cwd });
  const [{ messages }] = await linter.lintText(
    'export const A = () => <img src="a.png" />;',
    { filePath: path.join(cwd, 'src/Breach.tsx') },
  );
  assert.ok(messages.some(({ ruleId }) => ruleId === 'jsx-a11y/alt-text'));
});
