import { STATUS_LOOKS } from './statusLooks';

describe('the vocabulary of states', () => {
  const looks = Object.values(STATUS_LOOKS);

  it('gives each state a word and a shape of its own', () => {
    expect(new Set(looks.map(({ word }) => word)).size).toBe(looks.length);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
  });

  it('takes its colours from the theme', () => {
    for (const { color } of looks) expect(color).toMatch(/^var\(--bui-/);
  });
});
