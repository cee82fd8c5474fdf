import gitopsMl from '../../schemas/gitops-ml.schema.json';
import model from '../../schemas/model.schema.json';
import { createJsonSchemas } from './createJsonSchemas';

describe('createJsonSchemas', () => {
  it('gives what is published; else run scripts/schemas.mjs', () => {
    expect(createJsonSchemas()).toEqual({
      'model.schema.json': model,
      'gitops-ml.schema.json': gitopsMl,
    });
  });
});
