import { EnvironmentView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { diffStates, digestsOf } from '@gitops-ml/core';
import { FoundEnvironment } from './FoundEnvironment';

/** Each environment with what of its desired state differs from the one to its left. */
export function describeBehind(
  found: readonly FoundEnvironment[],
): EnvironmentView[] {
  return found.map(({ view, desired }, index) => {
    const left = index === 0 ? undefined : found[index - 1];
    if (!left?.desired || !desired) return view;
    const [from, to] = [desired, left.desired];
    const versions = [from, to].map(({ release }) => release?.MODEL_VERSION);
    return {
      ...view,
      behind: {
        environment: left.view.name,
        differences: diffStates(digestsOf(from.tuple), digestsOf(to.tuple)).map(
          difference => ({
            ...difference,
            ...(difference.part === 'model' &&
              difference.verdict === 'differs' &&
              versions[0] !== versions[1] && {
                text: versions.map(version => version ?? '—').join(' → '),
              }),
          }),
        ),
      },
    };
  });
}
