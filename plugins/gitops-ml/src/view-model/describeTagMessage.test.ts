import { describeTagMessage } from './describeTagMessage';

describe('describeTagMessage', () => {
  it.each([
    ['Registering artifact fraud version v1.0.0', undefined],
    ['More data', 'More data'],
    [undefined, undefined],
  ])('makes of %j %j', (message, said) => {
    expect(describeTagMessage({ message })).toBe(said);
  });
});
