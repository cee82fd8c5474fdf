import { describePropertyChange } from './describeProperty';

describe('describePropertyChange', () => {
  it.each([
    [{ name: 'ttlSeconds', from: '86400', to: '0' }, '1 d → no limit'],
    [{ name: 'ttlSeconds', to: '3600' }, '? → 1 h'],
    [{ name: 'owner', from: 'a' }, 'a → —'],
    [{ name: 'entities', from: '', to: 'card' }, '— → card'],
  ])('says %j', (change, text) => {
    expect(describePropertyChange(change)).toBe(text);
  });
});
