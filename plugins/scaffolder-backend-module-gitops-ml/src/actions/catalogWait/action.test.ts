import { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { runAction } from '../../__testUtils__/runAction';
import { createCatalogWaitAction } from './action';

const churn: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'churn' },
};

/** A catalog that has the entity from the `nth` look on. */
function createCatalog(nth: number) {
  const asked: string[] = [];
  return {
    asked,
    getEntityByRef: async (ref: unknown) => {
      asked.push(String(ref));
      return asked.length >= nth ? churn : undefined;
    },
  };
}

describe('gitops-ml:catalog:wait', () => {
  it('ends at once where the entity is there', async () => {
    const catalog = createCatalog(1);
    const action = createCatalogWaitAction({ catalog });
    const run = await runAction(action, { entityRef: 'component:churn' });
    expect(run.error).toBeUndefined();
    expect(catalog.asked).toEqual(['component:default/churn']);
    expect(run.lines).toEqual(['The catalog has component:default/churn']);
  });

  it('looks again until the entity is there', async () => {
    const catalog = createCatalog(4);
    const action = createCatalogWaitAction({ catalog, intervalMs: 1 });
    const run = await runAction(action, { entityRef: 'component:churn' });
    expect(run.error).toBeUndefined();
    expect(catalog.asked).toHaveLength(4);
  });

  it('says at its limit which entity is missing, and where to look', async () => {
    const action = createCatalogWaitAction({
      catalog: createCatalog(Infinity),
      intervalMs: 1,
    });
    const { error } = await runAction(action, {
      entityRef: 'component:churn',
      timeout: '20ms',
    });
    expect(error).toContain('component:default/churn after 20ms');
    expect(error).toContain('look at the location');
  });

  it.each([
    [{ entityRef: 'churn' }, /kind/],
    [{ entityRef: 'component:churn', timeout: 'soon' }, /is no duration/],
  ])('refuses %j', async (input, message) => {
    const catalog = createCatalog(1);
    const run = await runAction(createCatalogWaitAction({ catalog }), input);
    expect(run.error).toMatch(message);
    expect(catalog.asked).toEqual([]);
  });

  it('asks nobody in a dry run', async () => {
    const catalog = createCatalog(1);
    const run = await runAction(
      createCatalogWaitAction({ catalog }),
      { entityRef: 'component:churn' },
      { isDryRun: true },
    );
    expect(run.lines).toEqual([
      'Would wait until the catalog has component:default/churn',
    ]);
    expect(catalog.asked).toEqual([]);
  });

  const action = createCatalogWaitAction({ catalog: createCatalog(1) });
  it.each(action.examples ?? [])('runs: $description', async ({ example }) => {
    const [step] = parse(example).steps;
    expect(step.action).toBe(action.id);
    const run = await runAction(
      createCatalogWaitAction({ catalog: createCatalog(1) }),
      step.input,
    );
    expect(run.error).toBeUndefined();
  });
});
