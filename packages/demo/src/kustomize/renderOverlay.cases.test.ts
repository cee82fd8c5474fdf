import { hasKubectl } from '../testUtils/kubectl';
import { alike } from './__testUtils__/alike';
import { compareWithKustomize } from './__testUtils__/compareWithKustomize';
import { refused } from './__testUtils__/refused';

jest.setTimeout(20_000);

const whereKubectlRuns = hasKubectl ? describe : describe.skip;

whereKubectlRuns('renders as kustomize does', () => {
  it.each(Object.entries(alike))('%s', async (_, files) => {
    const { ours, ourText, theirText } = await compareWithKustomize(
      new Map(Object.entries(files)),
      '.',
    );
    expect(ours).toHaveProperty('objects');
    expect(ourText).toBe(theirText);
  });
});

whereKubectlRuns('refuses as kustomize does', () => {
  it.each(
    Object.entries(refused).map(([name, [files, text]]) => [name, files, text]),
  )('%s', async (_, files, text) => {
    const { ours, theirText } = await compareWithKustomize(
      new Map(Object.entries(files)),
      '.',
    );
    expect(theirText).toBe('error');
    expect(ours).toEqual({
      error: expect.objectContaining({
        message: expect.stringContaining(String(text)),
      }),
    });
  });
});
