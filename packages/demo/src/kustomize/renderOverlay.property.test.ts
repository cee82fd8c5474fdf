import fc from 'fast-check';
import { hasKubectl } from '../testUtils/kubectl';
import { arbitraryOverlay } from './__testUtils__/arbitraryOverlay';
import { compareWithKustomize } from './__testUtils__/compareWithKustomize';

const RUNS = Number(process.env.KUSTOMIZE_RUNS ?? 60);

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns('beside the real kustomize', () => {
  it('makes of any mix of the supported fields what kustomize makes of it', async () => {
    let rendered = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryOverlay, async files => {
        const { ours, ourText, theirText } = await compareWithKustomize(
          new Map(Object.entries(files)),
          '.',
        );
        if (ourText !== theirText && 'error' in ours) {
          throw new Error(`ours: ${ours.error.message}`);
        }
        expect(ourText).toBe(theirText);
        if ('objects' in ours) rendered += 1;
      }),
      { seed: 20261121, numRuns: RUNS },
    );
    // Two refusals are equal, too: enough runs must be none.
    expect(rendered).toBeGreaterThan(RUNS / 5);
  }, 600_000);
});
