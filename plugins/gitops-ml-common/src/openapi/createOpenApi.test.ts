import committed from '../../openapi.json';
import { createOpenApi } from './createOpenApi';

describe('createOpenApi', () => {
  it('gives what openapi.json has (else: yarn openapi)', () => {
    expect(JSON.parse(JSON.stringify(createOpenApi()))).toEqual(committed);
  });
});
