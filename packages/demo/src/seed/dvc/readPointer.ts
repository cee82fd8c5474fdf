import { parse } from 'yaml';
import { z } from 'zod/v4';

const schema = z.object({
  outs: z.tuple([z.object({ md5: z.string(), size: z.int() })]),
});

/** The one output of a `.dvc` file. Throws on anything else. */
export const readPointer = (text: string): { md5: string; size: number } =>
  schema.parse(parse(text)).outs[0];
