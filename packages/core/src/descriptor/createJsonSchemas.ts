import { z } from 'zod/v4';
import { gitopsMlFileSchema } from './gitopsMlFileSchema';
import { modelDescriptorSchema } from './modelDescriptorSchema';

/**
 * The published JSON schemas of the files that this project defines, by the name
 * of their file in `schemas/`.
 * @public
 */
export function createJsonSchemas(): Record<string, object> {
  return {
    'model.schema.json': {
      title: 'models/<model>.yaml',
      ...z.toJSONSchema(modelDescriptorSchema),
    },
    'gitops-ml.schema.json': {
      title: 'gitops-ml.yaml',
      ...z.toJSONSchema(gitopsMlFileSchema),
    },
  };
}
