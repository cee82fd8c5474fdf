import fs from 'node:fs';
import path from 'node:path';
import { DEFAULT_READ_LIMITS } from '../reading/ReadLimits';
import { Files, readFile } from '../__testUtils__/readFiles';
import { feastReader } from './readFeastRepository';

const TESTDATA = path.resolve(__dirname, '../../testdata/feast');

function loadFiles(folder: string): Files {
  const root = path.join(TESTDATA, folder, 'input');
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter(name => fs.statSync(path.join(root, name)).isFile())
      .map(name => [
        name.replaceAll(path.sep, '/'),
        new Uint8Array(fs.readFileSync(path.join(root, name))),
      ]),
  );
}

const STORE = 'project: p\nprovider: local\n';
const IMPORTS =
  'from feast import *; from feast.types import *; from feast.on_demand_feature_view import *';

/** What the reader says of a repository with one file of definitions. */
async function readDefinitions(content: string, more: Files = {}) {
  const files = {
    'feature_store.yaml': STORE,
    'features.py': `${IMPORTS}\n${content}`,
    ...more,
  };
  const reading = await readFile(feastReader, 'feature_store.yaml', files);
  if (!reading.facts) throw new Error('no facts');
  return { facts: reading.facts, problems: reading.problems };
}

describe('feastReader', () => {
  it.each(['driver-ranking', 'legacy', 'dynamic', 'broken'])(
    'says of %s what facts.json holds',
    async folder => {
      const { facts, problems } = await readFile(
        feastReader,
        'feature_store.yaml',
        loadFiles(folder),
      );
      const golden = path.join(TESTDATA, folder, 'facts.json');
      const expected: unknown = JSON.parse(fs.readFileSync(golden, 'utf8'));
      expect(JSON.parse(JSON.stringify({ facts, problems }))).toEqual(expected);
    },
  );

  it('starts from each feature_store.yaml and from no other name', () => {
    const paths = [
      'feature_store.yaml',
      'a/b/feature_store.yaml',
      'a/feature_store.yml',
      'my_feature_store.yaml',
      'features.py',
    ];
    expect(feastReader.entries(paths)).toEqual([
      'feature_store.yaml',
      'a/b/feature_store.yaml',
    ]);
  });

  it.each([
    ['a/feature_store.yaml', true],
    ['a/.feastignore', true],
    ['a/b.py', true],
    ['a/b.yaml', false],
    ['a/b.ipynb', false],
  ])('watches %s: %s', (file, expected) => {
    expect(feastReader.watches(file)).toBe(expected);
  });

  it('reads the definitions below its own folder only', async () => {
    const entity = (name: string) =>
      `from feast import Entity\ne = Entity(name="${name}")\n`;
    const files = {
      'a/feature_store.yaml': STORE,
      'a/deep/x.py': entity('inside'),
      'ab/y.py': entity('beside'),
      'z.py': entity('above'),
    };
    const { facts } = await readFile(
      feastReader,
      'a/feature_store.yaml',
      files,
    );
    expect(facts?.path).toBe('a');
    expect(facts?.entities.map(entity_ => entity_.name)).toEqual(['inside']);
    expect(facts?.files).toEqual(['a/deep/x.py']);
  });

  it('follows an import that names the folder of the repository itself', async () => {
    const files = {
      'services/features/feature_store.yaml': STORE,
      'services/features/entities.py':
        'from feast import Entity\ndriver = Entity(name="driver")\n',
      'services/features/views.py':
        'from feast import FeatureView\nfrom services.features.entities import driver\nfrom features.entities import driver as d\nview = FeatureView(name="v", entities=[driver, d], schema=[])\n',
    };
    const { facts } = await readFile(
      feastReader,
      'services/features/feature_store.yaml',
      files,
    );
    expect(facts?.entities.map(each => each.name)).toEqual(['driver']);
    expect(facts?.featureViews[0].entities).toEqual(['driver', 'driver']);
  });

  it('takes a column of an entity for no feature, legacy names included', async () => {
    const { facts } = await readDefinitions(`
driver = Entity(name="driver", join_keys=["driver_id"])
fields = [Field(name="driver_id", dtype=Int64), Field(name="x", dtype=Int64)]
new = FeatureView(name="new", entities=[driver], schema=fields)
old = FeatureView(name="old", entities=["driver"], schema=fields)
`);
    const names = facts.featureViews.map(view => [
      view.name,
      view.joinKeys,
      view.features.map(feature => feature.name),
    ]);
    expect(names).toEqual([
      ['new', ['driver_id'], ['x']],
      ['old', ['driver_id'], ['x']],
    ]);
  });

  it('names an entity that is not defined here', async () => {
    const { facts, problems } = await readDefinitions(
      'view = FeatureView(name="v", entities=["ghost"], schema=[Field(name="x", dtype=Int64)])',
    );
    expect(facts.featureViews[0].unresolvedFields).toEqual(['entities']);
    expect(problems).toEqual([
      {
        code: 'unknown-reference',
        severity: 'warning',
        path: 'features.py',
        line: 2,
        args: { kind: 'entity', name: 'ghost', by: 'FeatureView v' },
      },
    ]);
  });

  it('says that Permission is not covered', async () => {
    const { problems } = await readDefinitions(
      'from feast.permissions.permission import Permission\np = Permission(name="p")',
    );
    expect(problems).toEqual([
      {
        code: 'unsupported',
        severity: 'warning',
        path: 'features.py',
        line: 3,
        args: { what: 'Permission p' },
      },
    ]);
  });

  it('takes an entity that is repeated word for word as one', async () => {
    const { facts, problems } = await readDefinitions(
      'a = Entity(name="e")\nb = Entity(name="e")\n',
    );
    expect(facts.entities.map(entity => entity.name)).toEqual(['e']);
    expect(problems).toEqual([]);
  });

  it('shows both of two services of one name, since Feast picks by chance', async () => {
    const { facts, problems } = await readDefinitions(
      'a = FeatureService(name="s", features=[])\nb = FeatureService(name="s", features=[])\n',
    );
    expect(facts.featureServices.map(each => each.definedIn.line)).toEqual([
      2, 3,
    ]);
    expect(problems.map(problem => [problem.code, problem.line])).toEqual([
      ['duplicate-name', 3],
    ]);
  });

  it.each([
    [
      'a list that a function may change',
      'S = [Field(name="x", dtype=Int64)]\ndef f():\n  S.clear()\nf()',
    ],
    [
      'a list that is passed on',
      'import lib\nS = [Field(name="x", dtype=Int64)]\nlib.change(S)',
    ],
    [
      'a list that is changed under a condition',
      'import os\nS = [Field(name="x", dtype=Int64)]\nif os.getenv("A"):\n  S.append(Field(name="y", dtype=Int64))',
    ],
    [
      'a name that a function sets',
      'S = [Field(name="x", dtype=Int64)]\ndef f():\n  global S\n  S = []\nf()',
    ],
    [
      'a choice by the environment',
      'import os\nS = [Field(name="x", dtype=Int64)] if os.getenv("A") else []',
    ],
    [
      'a handler of a failed import',
      'try:\n  import lib\nexcept ImportError:\n  S = []\nelse:\n  S = [Field(name="x", dtype=Int64)]\nimport os\nif os.getenv("A"):\n  S = []',
    ],
    [
      'a loop over what is not known',
      'S = [Field(name="x", dtype=Int64)]\nfor c in open("columns"):\n  S += [Field(name=c, dtype=Int64)]',
    ],
    [
      'a method that is not followed',
      'S = [Field(name="x", dtype=Int64)]\nS.reverse()',
    ],
    [
      'a spread list',
      'import lib\nS = [Field(name="x", dtype=Int64), *lib.fields]',
    ],
    [
      'a loop that may end early',
      'import lib\nS = []\nfor n in ["a", "b"]:\n  if lib.stop(n):\n    break\n  S.append(Field(name=n, dtype=Int64))',
    ],
  ])('does not guess a schema after %s', async (_, code) => {
    const { facts } = await readDefinitions(
      `${code}\nview = FeatureView(name="v", source=FileSource(name="f", path="p", timestamp_field="t"), schema=S)\n`,
    );
    expect(facts.featureViews[0].unresolvedFields).toContain('schema');
  });

  it.each([
    [
      'a function of its own',
      'def make(n):\n  return FeatureView(name=n, schema=[])\nv = make("v")',
      4,
    ],
    [
      'a class of its own',
      'class Own(FileSource): pass\nv = Own(name="v", path="p")',
      3,
    ],
    ['a condition', 'import os\nif os.getenv("A"):\n  v = Entity(name="v")', 4],
    ['a loop', 'import os\nfor n in os.listdir():\n  v = Entity(name=n)', 4],
    ['while', 'while True:\n  v = Entity(name="v")\n  break', 3],
    [
      'match',
      'import os\nmatch os.name:\n  case "a":\n    v = Entity(name="v")',
      5,
    ],
    [
      'partial',
      'from functools import partial\nV = partial(FeatureView, online=False)\nv = V(name="v", schema=[])',
      4,
    ],
    ['a copy', 'import copy\ne = Entity(name="e")\nv = copy.copy(e)', 4],
    [
      'a conditional expression',
      'import os\nv = Entity(name="v") if os.getenv("A") else None',
      3,
    ],
    ['or', 'import os\nv = os.getenv("A") or Entity(name="v")', 3],
    [
      'a decorator of others',
      'import lib\n@lib.wrap\n@on_demand_feature_view(sources=[], schema=[])\ndef v(x): return x',
      3,
    ],
    [
      'a name that a decorated function hides',
      'import lib\n@on_demand_feature_view(sources=[], schema=[])\n@lib.wrap\ndef v(x): return x',
      3,
    ],
    ['setting the name afterwards', 'v = Entity(name="v")\nv.name = "w"', 2],
    ['an unknown name', 'import os\nv = Entity(name=os.name)', 3],
    [
      'an item of a list that a loop fills',
      'import json\nvs = []\nfor c in json.load(open("c")):\n  vs.append(FeatureView(name=c, schema=[]))\nv = vs[0]',
      6,
    ],
    [
      'part of what a function fills',
      'vs = [1]\ndef fill():\n  vs.append(Entity(name="v"))\nfill()\nv, w = vs',
      6,
    ],
    [
      'a function that nobody calls here',
      'def make():\n  return Entity(name="v")',
      2,
    ],
    [
      'a method',
      'class Store:\n  def apply(self):\n    v = Entity(name="v")',
      2,
    ],
    [
      'a function with an import of its own',
      'def make():\n  import feast\n  return feast.Entity(name="v")',
      2,
    ],
    ['unknown keywords', 'import os\nv = Entity(**os.environ)', 3],
  ])('marks a definition by %s', async (_, code, line) => {
    const { facts, problems } = await readDefinitions(code);
    const named = [
      ...facts.entities,
      ...facts.featureViews,
      ...facts.dataSources,
    ];
    expect(named.filter(each => each.name === 'v')).toEqual([]);
    expect(facts.unresolved).toContainEqual(
      expect.objectContaining({ path: 'features.py', line }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'not-static',
        path: 'features.py',
        line,
      }),
    );
  });

  it.each([
    [
      'types of a function',
      'def show(view: FeatureView) -> Entity:\n  return view.x',
    ],
    ['a call that is not assigned', 'Entity(name="v")'],
    [
      'what runs as a program only',
      'if __name__ == "__main__":\n  v = Entity(name="v")',
    ],
    [
      'what type checkers see',
      'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  v = Entity(name="v")',
    ],
    ['a deleted name', 'v = Entity(name="v")\ndel v'],
    ['an item of a list', 'vs = [Entity(name="v")]'],
    [
      'an unrelated function',
      'import pandas as pd\ndf = pd.DataFrame({"a": [1]})\nx = df.head()',
    ],
  ])('says nothing of %s', async (_, code) => {
    const { facts, problems } = await readDefinitions(code);
    expect([facts.entities, facts.unresolved, problems]).toEqual([[], [], []]);
  });

  it('keeps what is good beside a file that is no text, too large or absent', async () => {
    const limits = { ...DEFAULT_READ_LIMITS, bytes: 100 };
    const files = {
      'feature_store.yaml': STORE,
      'a.py': 'from feast import Entity\ne = Entity(name="good")\n',
      'b.py': `# ${'x'.repeat(200)}\n`,
      'c.py': new Uint8Array([0xff, 0xfe, 0x00]),
    };
    const { facts, problems } = await readFile(
      feastReader,
      'feature_store.yaml',
      files,
      limits,
    );
    expect(facts?.entities.map(entity => entity.name)).toEqual(['good']);
    expect(problems.map(({ code, path: at }) => [code, at])).toEqual([
      ['too-large', 'b.py'],
      ['not-text', 'c.py'],
    ]);
  });

  it('reads definitions beside a feature_store.yaml that is broken', async () => {
    const { facts, problems } = await readDefinitions('e = Entity(name="e")', {
      'feature_store.yaml': 'project: [',
    });
    expect(facts.entities.map(entity => entity.name)).toEqual(['e']);
    expect(problems.map(problem => problem.code)).toEqual(['yaml-syntax']);
  });

  it('asks for a package only when something imports it', async () => {
    const files = {
      'feature_store.yaml': STORE,
      'a.py': 'from pkg.inner import e\n',
      'pkg/__init__.py': '',
      'pkg/inner.py': 'from feast import Entity\ne = Entity(name="e")\n',
      'other/__init__.py': '',
    };
    const { asked } = await readFile(feastReader, 'feature_store.yaml', files);
    expect(asked).toEqual([
      { kind: 'list', directory: '', suffix: '.py' },
      { kind: 'get', path: '.feastignore' },
      { kind: 'get', path: 'a.py' },
      { kind: 'get', path: 'pkg/inner.py' },
      { kind: 'get', path: 'pkg/__init__.py' },
    ]);
  });
});
