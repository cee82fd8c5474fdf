import { proposeModelName } from './proposeModelName';

describe('proposeModelName', () => {
  it.each([
    ['fraud-detector', 'fraud-detector'],
    ['Fraud_Detector', 'my-model'],
    ['7seas', 'my-model'],
    ['a-', 'my-model'],
  ])('proposes for %s %s', (entity, name) => {
    expect(proposeModelName(entity)).toBe(name);
  });
});
