import { z } from 'zod/v4';

const pointer = z.string();

/** A JSON patch (RFC 6902). */
export const operationsSchema = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('add'), path: pointer, value: z.json() }),
    z.object({ op: z.literal('replace'), path: pointer, value: z.json() }),
    z.object({ op: z.literal('test'), path: pointer, value: z.json() }),
    z.object({ op: z.literal('remove'), path: pointer }),
    z.object({ op: z.literal('move'), path: pointer, from: pointer }),
    z.object({ op: z.literal('copy'), path: pointer, from: pointer }),
  ]),
);
