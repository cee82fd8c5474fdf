import { DeclaredEnvironment } from './DeclaredEnvironment';

/** What the place of an environment follows from. @public */
export type OrderedEnvironment = Pick<
  DeclaredEnvironment,
  'name' | 'revision' | 'declaredBy'
>;

/** Words in names that people give to stages, from the first to the last. */
const STAGES: readonly ReadonlySet<string>[] = [
  new Set(['local', 'sandbox', 'dev', 'devel', 'develop', 'development']),
  new Set(['ci', 'test', 'testing', 'qa', 'int', 'integration']),
  new Set(['stage', 'staging', 'stg', 'uat', 'acceptance', 'preview']),
  new Set(['preprod', 'preproduction', 'canary']),
];
const LAST = new Set(['prod', 'production', 'prd', 'live']);

/**
 * Environments in the order of promotion, from left to right: those of `gitops-ml.yaml` as
 * they stand there; then the rest by the stage that a word of the name says (development,
 * test, staging, pre-production, any other word, production); within one stage what follows
 * a branch before what is pinned to a commit, which changes reach later; then by name.
 * @public
 */
export function orderEnvironments<T extends OrderedEnvironment>(
  environments: readonly T[],
): T[] {
  const listed = environments.filter(isListed);
  const rest = environments.filter(environment => !isListed(environment));
  return [...listed, ...rest.sort(compare)];
}

function isListed({ declaredBy }: OrderedEnvironment): boolean {
  return declaredBy.some(({ source }) => source === 'gitops-ml.yaml');
}

function compare(a: OrderedEnvironment, b: OrderedEnvironment): number {
  const byPlace = rankOf(a) - rankOf(b) || pinned(a) - pinned(b);
  if (byPlace !== 0) return byPlace;
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

function rankOf({ name }: OrderedEnvironment): number {
  const words = name
    .toLowerCase()
    .replace(/pre-prod/g, 'preprod')
    .split(/[^a-z]+/);
  const stage = STAGES.findIndex(stages => words.some(one => stages.has(one)));
  if (stage !== -1) return stage;
  return words.some(word => LAST.has(word)) ? STAGES.length + 1 : STAGES.length;
}

function pinned({ revision = '' }: OrderedEnvironment): number {
  return /^[0-9a-f]{7,64}$/.test(revision) ? 1 : 0;
}
