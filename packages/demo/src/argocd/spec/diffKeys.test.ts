import { describeDifference, diffKeys } from './diffKeys';

const destination = (namespace: string) => ({ server: 's', namespace });

describe('diffKeys', () => {
  it.each([
    ['a value', { description: 'a' }, { description: 'b' }, 'Description'],
    ['a value that is new', {}, { description: 'b' }, 'Description'],
    [
      'an item that is new',
      { destinations: [destination('a')] },
      { destinations: [destination('a'), destination('b')] },
      'Destinations,1,Server,Destinations,1,Namespace',
    ],
    [
      'an item that changed',
      { destinations: [destination('a'), destination('b')] },
      { destinations: [destination('a'), destination('c')] },
      'Destinations,1,Namespace',
    ],
    ['a list that is new', {}, { sourceRepos: ['x'] }, 'SourceRepos,0'],
    [
      'the fields in the order of Go',
      { description: 'a', sourceRepos: ['x'] },
      { description: 'b', sourceRepos: ['y'] },
      'SourceRepos,0,Description',
    ],
    [
      'a name that Go spells otherwise',
      {},
      { sshPrivateKey: 'x' },
      'SSHPrivateKey',
    ],
  ])('names %s', (_what, before, after, expected) => {
    expect(diffKeys(before, after).join(',')).toBe(expected);
  });

  it('finds none where only the order of a list differs', () => {
    const [a, b] = [destination('a'), destination('b')];
    expect(
      diffKeys({ destinations: [a, b] }, { destinations: [b, a] }),
    ).toEqual([]);
    expect(
      describeDifference(
        'project',
        { destinations: [a, b] },
        { destinations: [b, a] },
      ),
    ).toBe(
      'existing project spec is different; use upsert flag to force update',
    );
  });
});
