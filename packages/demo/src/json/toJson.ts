import { JsonObject } from '@gitops-ml/core';
import { z } from 'zod/v4';

const objectSchema = z.record(z.string(), z.json());

/** The value as it is stored: without what is undefined. */
export const toJson = (value: object): JsonObject =>
  objectSchema.parse(JSON.parse(JSON.stringify(value)));
