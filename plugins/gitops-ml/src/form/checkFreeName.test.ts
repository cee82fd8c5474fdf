import { checkFreeName } from './checkFreeName';

describe('checkFreeName', () => {
  it.each([
    [{ catalog: 'free', repository: 'free' }, []],
    [{ catalog: 'free', repository: 'unknown' }, []],
    [
      { catalog: 'taken', repository: 'free' },
      ['The catalog has a component fraud already. Choose another name.'],
    ],
    [
      { catalog: 'free', repository: 'taken' },
      [
        'That repository exists already. Choose another repository name, or delete it if an earlier run left it empty.',
      ],
    ],
  ])('answers %j', (answer, sentences) => {
    expect(checkFreeName('fraud', answer)).toEqual(sentences);
  });
});
