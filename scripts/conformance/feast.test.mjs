// Compares what the reader `feast` says with the registry that the real Feast
// writes for the same definitions. FEAST_PYTHON is a Python that has
// requirements-feast.txt installed.
//
//   FEAST_PYTHON=… node --test scripts/conformance/feast.test.mjs

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { cases } from './feast/cases.mjs';
import { EXPRESSIONS, UNKNOWN } from './feast/expressions.mjs';
import { IGNORE_PATTERNS, IGNORE_TREE } from './feast/ignores.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const python =
  process.env.FEAST_PYTHON ?? path.join(root, '.conformance/feast/bin/python');
const STORE = `project: conformance
provider: local
registry: registry.db
online_store:
  type: sqlite
  path: online.db
entity_key_serialization_version: 3
`;

let work;
let core;
let answer;

function loadCore() {
  const outfile = path.join(work, 'core.cjs');
  esbuild.buildSync({
    entryPoints: [path.join(root, 'packages/core/src/index.ts')],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  });
  return createRequire(import.meta.url)(outfile);
}

const folderOf = index => path.join(work, `case-${index}`);

function writeCase(each, index) {
  const files = { 'feature_store.yaml': STORE, ...each.files };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folderOf(index), name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
}

function writeIgnoreTree() {
  for (const file of IGNORE_TREE) {
    const target = path.join(work, 'ignores', file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, '');
  }
}

function askOracle() {
  const ignores = path.join(work, 'ignores');
  const result = spawnSync(python, [path.join(here, 'feast/oracle.py')], {
    input: JSON.stringify({
      folders: cases.map((_, index) => folderOf(index)),
      expressions: EXPRESSIONS,
      ignores: IGNORE_PATTERNS.map(pattern => [ignores, pattern]),
    }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout);
}

async function readOurs(files) {
  const [reader] = core.FEAST_READERS;
  const all = { 'feature_store.yaml': STORE, ...files };
  const encoder = new TextEncoder();
  return core.readEntry({
    reader,
    entry: 'feature_store.yaml',
    limits: core.DEFAULT_READ_LIMITS,
    call: (entry, tree, limits) => reader.read(entry, tree, limits),
    load: async (questions, into) => {
      for (const question of questions) {
        if (question.kind === 'list') {
          const { directory, suffix } = question;
          const listed = Object.keys(all).filter(name => name.endsWith(suffix));
          into.setList(directory, suffix, listed.sort());
        } else if (question.path in all) {
          const bytes = encoder.encode(all[question.path]);
          into.setFile(question.path, { kind: 'bytes', bytes });
        } else into.setFile(question.path, { kind: 'absent' });
      }
    },
  });
}

/** The name that an entity gets by an expression. */
async function nameOf(expression) {
  const content = `from feast import Entity\ne = Entity(name=${expression})\n`;
  const { facts } = await readOurs({ 'features.py': content });
  return facts.entities[0]?.name;
}

const byName = (a, b) => (a.name < b.name ? -1 : Number(a.name > b.name));
const seconds = ttl => (ttl === undefined ? 0 : Number(ttl.slice(0, -1)));
const userTags = tags =>
  Object.fromEntries(
    Object.entries(tags).filter(
      ([key]) =>
        !/^feast:(struct_schema|nested_inner_type|track_metrics)$/.test(key),
    ),
  );
const theirType = source => source.data_source_class_type.split('.').pop();
// The compiled protobuf has no names for these numbers yet; feast/value_type.py does.
const UNNAMED = { 30: 'PDF_BYTES', 31: 'IMAGE_BYTES' };
const theirFields = fields =>
  fields.map(field => ({
    name: field.name,
    dtype: UNNAMED[field.value_type] ?? field.value_type,
    description: field.description,
    tags: userTags(field.tags),
  }));
const texts = spec => ({
  description: spec.description,
  tags: userTags(spec.tags),
  owner: spec.owner,
});

function theirSources(spec) {
  return [
    ...new Set(
      [spec.stream_source, spec.batch_source, spec.source]
        .flatMap(source => (source ? [source, source.batch_source] : []))
        .concat(spec.source_views ?? [])
        .filter(Boolean)
        .map(source => source.name),
    ),
  ].sort();
}

function theirOnDemandSources(spec) {
  return Object.values(spec.sources)
    .map(
      source =>
        source.feature_view?.spec.name ??
        source.feature_view_projection?.feature_view_name ??
        source.request_data_source?.name,
    )
    .filter(name => !name.startsWith('__input_schema__'))
    .sort();
}

// A stream view is written with its entity columns among the features, and in the
// order of a set. Source: feast/stream_feature_view.py, to_proto.
function theirFeatures(kind, spec) {
  if (kind !== 'stream') return theirFields(spec.features);
  const columns = new Set(spec.entity_columns.map(column => column.name));
  const features = spec.features.filter(field => !columns.has(field.name));
  return theirFields(features).sort(byName);
}

function theirView(kind, { spec }) {
  const onDemand = kind === 'on-demand';
  return {
    kind,
    name: spec.name,
    entities: spec.entities.filter(name => name !== '__dummy'),
    features: theirFeatures(kind, spec),
    ttlSeconds: onDemand ? 0 : seconds(spec.ttl),
    online: onDemand ? spec.write_to_online_store : spec.online,
    sources: onDemand ? theirOnDemandSources(spec) : theirSources(spec),
    ...texts(spec),
  };
}

function theirs(registry) {
  const views = [
    ...registry.feature_views.map(view => theirView('batch', view)),
    ...registry.stream_feature_views.map(view => theirView('stream', view)),
    ...registry.on_demand_feature_views.map(view =>
      theirView('on-demand', view),
    ),
    ...registry.label_views.map(view => theirView('label', view)),
  ];
  return {
    entities: registry.entities
      .map(({ spec }) => ({
        name: spec.name,
        joinKeys: [spec.join_key],
        valueType: spec.value_type.replace('INVALID', 'UNKNOWN'),
        ...texts(spec),
      }))
      .filter(entity => entity.name !== '__dummy')
      .sort(byName),
    sources: registry.data_sources
      .map(source => ({
        name: source.name,
        type: theirType(source),
        timestampField: source.timestamp_field,
        created: source.created_timestamp_column,
        batchSource: source.batch_source?.name,
        ...texts(source),
      }))
      .sort(byName),
    views: views.sort(byName),
    services: registry.feature_services
      .map(({ spec }) => ({
        name: spec.name,
        projections: spec.features.map(each => ({
          view: each.feature_view_name,
          alias: each.feature_view_name_alias,
          features: each.feature_columns.map(column => column.name),
        })),
        ...texts(spec),
      }))
      .sort(byName),
  };
}

const KINDS = {
  FeatureView: 'batch',
  BatchFeatureView: 'batch',
  StreamFeatureView: 'stream',
  OnDemandFeatureView: 'on-demand',
  LabelView: 'label',
};
const ourTexts = ({ description, tags, owner }) => ({
  description: description ?? '',
  tags,
  owner: owner ?? '',
});

function ours(facts) {
  return {
    entities: facts.entities.map(entity => ({
      name: entity.name,
      joinKeys: entity.joinKeys,
      valueType: entity.valueType,
      ...ourTexts(entity),
    })),
    sources: facts.dataSources.map(source => ({
      name: source.name,
      type: source.type,
      timestampField: source.timestampField ?? '',
      created: source.createdTimestampColumn ?? '',
      batchSource: source.batchSource,
      ...ourTexts(source),
    })),
    views: facts.featureViews.map(view => ({
      kind: KINDS[view.type],
      name: view.name,
      entities: view.entities,
      features: view.features.map(field => ({
        ...field,
        description: field.description ?? '',
      })),
      ttlSeconds: view.ttlSeconds,
      online: view.online,
      sources: view.sources.map(source => source.name).sort(),
      ...ourTexts(view),
    })),
    services: facts.featureServices.map(service => ({
      name: service.name,
      projections: service.projections.map(each => ({
        ...each,
        alias: each.alias ?? '',
      })),
      ...ourTexts(service),
    })),
  };
}

const FIELD_OF = {
  schema: 'features',
  tags: 'tags',
  ttl: 'ttlSeconds',
  path: 'location',
};

/** Leaves out what we say is not known, and what the case says that we can't see. */
function comparable(all, expected, unseen) {
  return Object.fromEntries(
    Object.entries(all).map(([kind, list]) => [
      kind,
      list
        .filter(each => !unseen.includes(each.name))
        .map(each => {
          const copy = { ...each };
          for (const key of expected) {
            const [name, argument] = key.split('.');
            if (name === each.name) delete copy[FIELD_OF[argument]];
          }
          return copy;
        }),
    ]),
  );
}

function unresolvedOf(facts) {
  return [...facts.dataSources, ...facts.featureViews, ...facts.featureServices]
    .flatMap(each =>
      each.unresolvedFields.map(field => `${each.name}.${field}`),
    )
    .sort();
}

describe('feast', () => {
  before(() => {
    work = fs.mkdtempSync(path.join(os.tmpdir(), 'feast-conformance-'));
    core = loadCore();
    cases.forEach(writeCase);
    writeIgnoreTree();
    answer = askOracle();
  });
  after(() => fs.rmSync(work, { recursive: true, force: true }));

  cases.forEach((each, index) => {
    it(each.name, async () => {
      const applied = answer.registries[folderOf(index)];
      const { facts, problems } = await readOurs(each.files);
      const codes = problems.map(problem => problem.code);
      if (each.refused) {
        assert.notEqual(applied.exit, 0, 'Feast accepts it');
        assert.ok(codes.includes(each.refused), JSON.stringify(problems));
        return;
      }
      assert.equal(applied.exit, 0, applied.output);
      const { unresolved = [], unseen = [] } = each;
      assert.deepEqual(unresolvedOf(facts), unresolved);
      assert.equal(
        facts.unresolved.length,
        each.unresolvedCount ?? 0,
        JSON.stringify(facts.unresolved),
      );
      const other = codes.filter(code => code !== 'not-static');
      assert.deepEqual(other, each.problems ?? [], JSON.stringify(problems));
      assert.deepEqual(
        comparable(ours(facts), unresolved, unseen),
        comparable(theirs(applied.registry), unresolved, unseen),
      );
    });
  });

  EXPRESSIONS.forEach((expression, index) => {
    it(`folds ${expression} as Python does`, async () => {
      assert.equal(await nameOf(expression), answer.values[index]);
    });
  });

  UNKNOWN.forEach(expression => {
    it(`does not follow ${expression}`, async () => {
      assert.equal(await nameOf(expression), undefined);
    });
  });

  IGNORE_PATTERNS.forEach((pattern, index) => {
    it(`leaves out by ${JSON.stringify(pattern)} what Feast does`, async () => {
      const files = Object.fromEntries(IGNORE_TREE.map(file => [file, '']));
      const { facts } = await readOurs({ ...files, '.feastignore': pattern });
      const expected = answer.files[index] ?? answer.files[0];
      // Folders with dots in their names: Feast finds them and can't import them.
      // A package's own file runs, and defines nothing by itself.
      const found = [
        ...facts.files,
        ...facts.unresolved.map(at => at.path),
      ].filter(file => !file.endsWith('__init__.py'));
      assert.deepEqual(found.sort(), [...expected].sort());
    });
  });
});
