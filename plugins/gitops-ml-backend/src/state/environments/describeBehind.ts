import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { diffStates, digestsOf, selectFacts } from '@gitops-ml/core';
import { featureViewKey } from '../history/FeatureTimeline';
import { diffFeatureViews } from '../history/diffFeatureViews';
import { OpenView } from '../views/RevisionViews';
import { FoundEnvironment } from './FoundEnvironment';
import { PartHistory } from './PartHistory';
import { CommitState } from './StateTuples';

type Difference = NonNullable<EnvironmentView['behind']>['differences'][number];

interface Pair {
  view: OpenView;
  environment: FoundEnvironment['declared'];
  /** What the environment is to run. */
  from: CommitState;
  /** What the one to its left is to run. */
  to: CommitState;
}

/**
 * Each environment with what of its desired state differs from the one to its left, and by
 * how much: code by first-parent commits, data and model by their versions in the tracked
 * history, features by views, configuration by files. What can't be counted has no number.
 */
export function describeBehind(
  history: PartHistory,
  view: OpenView,
  found: readonly FoundEnvironment[],
): Promise<EnvironmentView[]> {
  return Promise.all(
    found.map(async (one, index) => {
      const left = index === 0 ? undefined : found[index - 1];
      if (!left?.desired || !one.desired) return one.view;
      const pair: Pair = {
        view,
        environment: one.declared,
        from: one.desired,
        to: left.desired,
      };
      const environment = left.view.name;
      const differences = await describeDifferences(history, pair);
      return { ...one.view, behind: { environment, differences } };
    }),
  );
}

function describeDifferences(
  history: PartHistory,
  pair: Pair,
): Promise<Difference[]> {
  const { from, to } = pair;
  return Promise.all(
    diffStates(digestsOf(from.tuple), digestsOf(to.tuple)).map(
      async ({ part, verdict }): Promise<Difference> => {
        if (verdict !== 'differs') return { part, verdict };
        switch (part) {
          case 'code':
            return { part, verdict, text: await describeCode(history, pair) };
          case 'features':
            return { part, verdict, text: await describeFeatures(pair) };
          case 'data':
            return { part, verdict, text: await describeData(history, pair) };
          case 'model':
            return { part, verdict, text: await describeModel(history, pair) };
          case 'configuration':
            return describeConfiguration(pair);
          default:
            throw new Error(`No part ${part satisfies never}`);
        }
      },
    ),
  );
}

async function describeCode(
  history: PartHistory,
  { view, from, to }: Pair,
): Promise<string | undefined> {
  return describeCount(
    await history.countCommits(view, from.oid, to.oid),
    'commit',
  );
}

async function describeData(
  history: PartHistory,
  { view, environment, from, to }: Pair,
): Promise<string | undefined> {
  const question = { view, environment, part: 'data' } as const;
  return describeCount(
    await history.countVersions(question, from, to),
    'version',
  );
}

async function describeModel(
  history: PartHistory,
  { view, environment, from, to }: Pair,
): Promise<string | undefined> {
  const question = { view, environment, part: 'model' } as const;
  const count = describeCount(
    await history.countVersions(question, from, to),
    'version',
  );
  const [before, after] = [from, to].map(
    ({ release }) => release?.MODEL_VERSION || '—',
  );
  const versions = before === after ? undefined : `${before} → ${after}`;
  return [count, versions].filter(Boolean).join(': ') || undefined;
}

async function describeFeatures({
  view,
  from,
  to,
}: Pair): Promise<string | undefined> {
  const [before, after] = await Promise.all(
    [from, to].map(async ({ oid }) => {
      const facts = selectFacts(await view.readingsAt(oid), 'feast');
      return new Map(
        facts.flatMap(({ path, featureViews }) =>
          featureViews.map(
            one => [featureViewKey(path, one.name), one] as const,
          ),
        ),
      );
    }),
  );
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const count = names.filter(name => {
    const change = diffFeatureViews(before.get(name), after.get(name));
    return change && change.change !== 'moved';
  }).length;
  // Entities, sources and services are definitions, too.
  if (count === 0) return undefined;
  return count === 1 ? '1 view differs' : `${count} views differ`;
}

/** The same overlay files of two environments have two paths: only what is in them counts. */
function describeConfiguration({ from, to }: Pair): Difference {
  const part = 'configuration';
  const paths = [
    ...new Set([...from.configured.keys(), ...to.configured.keys()]),
  ];
  const count = paths.filter(
    path => from.configured.get(path) !== to.configured.get(path),
  ).length;
  if (count === 0) return { part, verdict: 'same' };
  const text = count === 1 ? '1 file differs' : `${count} files differ`;
  return { part, verdict: 'differs', text };
}

/** `4 commits behind`; nothing where the number is not known, or says nothing. */
function describeCount(
  ahead: number | undefined,
  what: string,
): string | undefined {
  if (!ahead) return undefined;
  const count = Math.abs(ahead);
  const things = count === 1 ? what : `${what}s`;
  return `${count} ${things} ${ahead > 0 ? 'behind' : 'ahead'}`;
}
