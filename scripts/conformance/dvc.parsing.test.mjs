import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { loadCore } from './readRevision.mjs';
import { startDvc } from './support/dvc.mjs';
import { createRandom } from './support/random.mjs';

let core;
let dvc;

before(() => {
  core = loadCore();
  dvc = startDvc();
});

after(() => dvc?.remove());

test('plain scalars mean what ruamel.yaml says', () => {
  const alphabet = [
    '0',
    '1',
    '7',
    '9',
    '.',
    'e',
    'E',
    '+',
    '-',
    '_',
    'x',
    'o',
    'b',
    'a',
  ];
  const { below, pick } = createRandom(7);
  const texts = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + below(6) }, () => pick(alphabet)).join(''),
  );
  const words = [
    'true',
    'True',
    'tRUE',
    'yes',
    'no',
    'on',
    'null',
    'Null',
    '~',
    '',
    '.inf',
    '-.INF',
    '+.inf',
    '.nan',
    '2020-01-01',
    '1:30',
    '12345678901234567890',
  ];
  const all = [...new Set([...texts, ...words])];
  const theirs = dvc.ask('scalars', all);
  const wrong = [];
  all.forEach((text, index) => {
    if (theirs[index].error) return;
    const bytes = new TextEncoder().encode(`a: ${text}\n`);
    const { root } = core.parseYaml(bytes, 'f', core.DEFAULT_READ_LIMITS);
    const found = root && core.yamlToJson(root).a;
    const expected = theirs[index].value;
    const isEqual = Object.is(found, expected) || found === expected;
    if (!isEqual) wrong.push({ text, found, expected });
  });
  assert.deepEqual(wrong, []);
});

test('.dvc/config is parsed as ConfigObj parses it', () => {
  const texts = [
    "[core]\n    remote = Main\n    analytics = false # no\n['remote \"main\"']\n    url = s3://b/p\n    region = 'eu west'\n",
    '["remote \\"x\\""]\nurl = /a\n',
    '[cache]\ntype = "reflink,copy"\ndir = \'/a # b\'\n[Core]\nRemote="x"\n',
    "['db \"pg\"']\nurl = '''a\nb'''\nusername = u, v\n",
    '[core]\nremote = a\nremote = b\n',
    '[core\nremote = a\n',
    '[core]\nno value\n',
    '[core]\nremote = "a\n',
    '[core]\nremote =\n[exp]\nauto_push = true\n',
    '; comment\n[core]\nremote = a\n',
  ];
  // dvc groups these by their names' first word; we keep them as written.
  const grouped = ['db', 'machine'];
  texts.forEach((text, index) => {
    const path = join(dvc.folder, `config-${index}`);
    writeFileSync(path, text);
    const theirs = dvc.ask('config', path);
    const tree = new core.LoadedTree();
    const bytes = new TextEncoder().encode(text);
    tree.setFile('.dvc/config', { kind: 'bytes', bytes });
    const [reader] = core.READERS.filter(({ id }) => id === 'dvc-config');
    const { facts, problems } = reader.read(
      '.dvc/config',
      tree,
      core.DEFAULT_READ_LIMITS,
    );
    const broken = problems.some(({ code }) => code === 'config-syntax');
    assert.equal(broken, theirs === null, text);
    if (theirs === null) return;
    const { remote, ...others } = theirs;
    assert.deepEqual(
      facts.remotes.map(({ name, url, options }) => ({
        name,
        url,
        ...options,
      })),
      Object.entries(remote).map(([name, options]) => ({ name, ...options })),
      text,
    );
    for (const [name, options] of Object.entries(others)) {
      if (grouped.includes(name)) continue;
      const joined = Object.entries(options).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.join(', ') : value,
      ]);
      assert.deepEqual(facts.sections[name], Object.fromEntries(joined), text);
    }
  });
});
