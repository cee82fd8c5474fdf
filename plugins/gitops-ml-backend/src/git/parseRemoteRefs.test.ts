import { parseRemoteRefs } from './parseRemoteRefs';

describe('parseRemoteRefs', () => {
  it('reads branches, tags and the default branch', () => {
    const output = [
      'ref: refs/heads/main\tHEAD',
      `${'a'.repeat(40)}\tHEAD`,
      `${'a'.repeat(40)}\trefs/heads/main`,
      `${'b'.repeat(40)}\trefs/pull/1/head`,
      `${'c'.repeat(40)}\trefs/tags/v1`,
      `${'a'.repeat(40)}\trefs/tags/v1^{}`,
      '',
    ].join('\n');
    expect(parseRemoteRefs(output)).toEqual({
      head: 'refs/heads/main',
      refs: new Map([
        ['refs/heads/main', 'a'.repeat(40)],
        ['refs/tags/v1', 'c'.repeat(40)],
      ]),
    });
  });

  it('takes silence for an empty repository', () => {
    expect(parseRemoteRefs('')).toEqual({ head: undefined, refs: new Map() });
  });
});
