import { dataResponse } from '../__testUtils__/fixtures/data';
import { fraudProject } from '../__testUtils__/fixtures/features';
import { collectDataLineage } from './collectDataLineage';
import { collectFeatureLineage } from './collectFeatureLineage';

describe('collectFeatureLineage', () => {
  it('takes a view that feeds a view as a view, not as a source', () => {
    const { nodes, edges } = collectFeatureLineage(
      fraudProject,
      new Set(['amount_ratio']),
    );
    expect(nodes.map(({ id }) => id)).toEqual([
      'view:amount_ratio',
      'view:transaction_stats',
      'source:transaction_request',
      'service:fraud_v1',
      'service:fraud_v2',
    ]);
    expect(edges).toContainEqual({
      from: 'view:transaction_stats',
      to: 'view:amount_ratio',
    });
  });

  it('is empty when the search leaves no view', () => {
    expect(collectFeatureLineage(fraudProject, new Set())).toEqual({
      nodes: [],
      edges: [],
    });
  });
});

describe('collectDataLineage', () => {
  it('shows what a stage read to make an output, and who reads it', () => {
    const output = dataResponse.outputs.find(
      ({ path }) => path === 'data/processed/features.parquet',
    );
    const lineage = output && collectDataLineage(output, dataResponse.outputs);
    expect(lineage?.edges).toEqual([
      { from: 'stage:featurize', to: 'data:data/processed/features.parquet' },
      { from: 'data:data/external/merchants.parquet', to: 'stage:featurize' },
      { from: 'data:data/processed/train', to: 'stage:featurize' },
      { from: 'data:data/processed/features.parquet', to: 'stage:train' },
      { from: 'data:data/processed/features.parquet', to: 'stage:evaluate' },
    ]);
  });
});
