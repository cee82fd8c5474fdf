import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod/v4';
import { writeFileAtomically } from './writeFileAtomically';

const identitySchema = z.object({
  schemaVersion: z.literal(1),
  /** Base64; signs the tokens. */
  signingKey: z.base64(),
  /** When this Argo CD was first started: seconds of the Unix time. */
  firstStart: z.number(),
});

/** What stays the same over restarts: the key that signs tokens, and since when. */
export type Identity = z.infer<typeof identitySchema>;

export async function loadIdentity(directory: string): Promise<Identity> {
  const file = path.join(directory, 'identity.json');
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return identitySchema.parse(JSON.parse(text));
  const identity: Identity = {
    schemaVersion: 1,
    signingKey: randomBytes(32).toString('base64'),
    firstStart: Math.floor(Date.now() / 1000),
  };
  await writeFileAtomically(file, JSON.stringify(identity));
  return identity;
}
