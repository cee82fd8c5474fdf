import { ListPages } from './ListPages';

const object = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
});
const list = {
  resourceVersion: '7',
  objects: ['a', 'b', 'c', 'd', 'e'].map(object),
};

const namesOf = ({ items }: ReturnType<ListPages['begin']>) =>
  items.map(({ metadata }) => metadata.name).join('');

describe('ListPages', () => {
  it('hands out a list in parts of the state that the first was of', () => {
    const pages = new ListPages();
    const first = pages.begin(list, 2);
    const second = pages.next(first.metadata.continue ?? '', 2);
    const third = pages.next(second.metadata.continue ?? '', 2);
    expect([first, second, third].map(namesOf)).toEqual(['ab', 'cd', 'e']);
    expect(first.metadata).toMatchObject({
      resourceVersion: '7',
      remainingItemCount: 3,
    });
    expect(third.metadata).toEqual({ resourceVersion: '7' });
  });

  it('gives the same part again', () => {
    const pages = new ListPages();
    const token = pages.begin(list, 2).metadata.continue ?? '';
    expect(pages.next(token, 1)).toMatchObject({ items: [object('c')] });
    expect(namesOf(pages.next(token, 0))).toBe('cde');
  });

  it.each([0, 5, 6])('gives all at once where %d is the limit', limit => {
    const { items, metadata } = new ListPages().begin(list, limit);
    expect(items).toEqual(list.objects);
    expect(metadata).toEqual({ resourceVersion: '7' });
  });

  it('says that a list is forgotten', () => {
    const token = new ListPages().begin(list, 2).metadata.continue ?? '';
    expect(() => new ListPages().next(token, 2)).toThrow(
      expect.objectContaining({ reason: 'Expired', code: 410 }),
    );
  });

  it.each(['', 'abc', Buffer.from('{}').toString('base64url')])(
    'refuses the token "%s"',
    token => {
      expect(() => new ListPages().next(token, 2)).toThrow(
        expect.objectContaining({ reason: 'BadRequest' }),
      );
    },
  );
});
