import {
  createView,
  featureHistoryResponse,
  fraudProject,
  transactionStats,
} from '../__testUtils__/fixtures/features';
import { collectConsumers } from './collectConsumers';
import {
  collectFeatureRows,
  describeViewKind,
  searchFeatureRows,
  sumFeatures,
} from './collectFeatureRows';
import { describeFeatureStep } from './describeFeatureStep';
import { describeFeatureTotals } from './describeFeatureTotals';
import { describeSources } from './describeSources';
import { describeStores } from './describeStores';
import {
  formatProjectParameter,
  parseProjectParameter,
} from './projectParameter';

describe('feature views', () => {
  it.each([
    ['FeatureView', 'batch'],
    ['StreamFeatureView', 'stream'],
    ['OnDemandFeatureView', 'on-demand'],
    ['GraphFeatureView', 'GraphFeatureView'],
  ])('calls a %s %s', (type, kind) => {
    expect(describeViewKind(type)).toBe(kind);
  });

  it('are found by the features they have', () => {
    const rows = collectFeatureRows([fraudProject]);
    expect(
      searchFeatureRows(rows, 'chargeback').map(({ view }) => view.name),
    ).toEqual(['merchant_risk']);
  });

  it('are counted over all projects', () => {
    const totals = sumFeatures([
      fraudProject,
      { ...fraudProject, path: 'other' },
    ]);
    expect(totals).toEqual({
      projects: 2,
      views: 10,
      features: 24,
      entities: 4,
      services: 4,
      unresolved: 2,
    });
    expect(describeFeatureTotals(totals)[0]).toEqual({
      name: 'projects',
      value: '2',
    });
  });
});

describe('collectConsumers', () => {
  it('says who takes how much under which name', () => {
    expect(
      collectConsumers(fraudProject, transactionStats).map(
        ({ service, alias, all, features }) => [
          service,
          alias,
          all,
          features.length,
        ],
      ),
    ).toEqual([
      ['fraud_v1', undefined, false, 3],
      ['fraud_v2', 'card_stats', true, 5],
    ]);
  });
});

describe('describeFeatureStep', () => {
  it('puts what can break first, and a type that is not known is “?”', () => {
    const [entry] = featureHistoryResponse.versions;
    expect(
      describeFeatureStep({
        ...entry,
        changed: [...entry.changed, { name: 'embedding', to: 'FLOAT_LIST' }],
      }).map(({ sign, name, detail }) => `${sign} ${name} ${detail}`),
    ).toEqual([
      '− amount_min_7d FLOAT',
      '~ amount_avg_7d FLOAT → DOUBLE',
      '~ embedding ? → FLOAT_LIST',
      '+ distinct_merchants_7d INT64',
      '~ TTL 1 d → 7 d',
    ]);
  });
});

describe('sources and stores', () => {
  it('are said in one line each, without what is not known', () => {
    expect(describeSources(fraudProject, transactionStats)).toEqual([
      'transactions_source · FileSource · data/processed/features.parquet · event time event_timestamp',
    ]);
    expect(
      describeSources(
        fraudProject,
        createView({
          name: 'v',
          sources: [{ name: 'gone', type: 'FileSource' }],
        }),
      ),
    ).toEqual(['gone · FileSource']);
    expect(
      describeStores({
        ...fraudProject,
        offlineStore: undefined,
        provider: undefined,
      }),
    ).toBe('online store redis · registry data/registry.db');
  });
});

describe('the project of a URL', () => {
  it.each(['', 'features', 'services/fraud/features'])(
    'survives as “%s”',
    path => {
      expect(parseProjectParameter(formatProjectParameter(path))).toBe(path);
    },
  );
});
