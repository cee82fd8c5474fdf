import { getCommand, pullCommand } from './dataCommands';
import { feastCommands } from './feastCommands';
import { quoteShell } from './quoteShell';

describe('quoteShell', () => {
  it.each([
    ['data/raw.csv', 'data/raw.csv'],
    ['two words.csv', "'two words.csv'"],
    ["it's.csv", "'it'\\''s.csv'"],
    ['$(reboot)', "'$(reboot)'"],
    ['', "''"],
    ['données.csv', "'données.csv'"],
  ])('hands %s over unharmed', (argument, quoted) => {
    expect(quoteShell(argument)).toBe(quoted);
  });
});

describe('commands', () => {
  it('name the project of the definitions', () => {
    expect(feastCommands('')).toEqual(['feast plan', 'feast apply']);
    expect(feastCommands('my features')).toEqual([
      "feast --chdir 'my features' plan",
      "feast --chdir 'my features' apply",
    ]);
  });

  it('name exactly one version', () => {
    expect(pullCommand('data/a b.csv')).toBe("dvc pull 'data/a b.csv'");
    expect(
      getCommand(
        'https://forge/ml/fraud.git',
        'data/raw.csv',
        '3f2a1c9',
        undefined,
      ),
    ).toBe('dvc get https://forge/ml/fraud.git data/raw.csv --rev 3f2a1c9');
  });
});
