import fs from 'node:fs/promises';
import path from 'node:path';
import { generate } from 'selfsigned';
import { z } from 'zod/v4';
import { writeFileAtomically } from '../../argocd/store/writeFileAtomically';
import { TlsIdentity } from '../../http/createHttpServer';

const identitySchema = z.object({
  schemaVersion: z.literal(1),
  key: z.string(),
  certificate: z.string(),
});

/** Ten years, in milliseconds. */
const LIFETIME = 3650 * 24 * 60 * 60_000;
const DNS_NAME = 2;
const IP_ADDRESS = 7;

async function createIdentity(): Promise<TlsIdentity> {
  const { private: key, cert: certificate } = await generate(
    [{ name: 'commonName', value: "the demo's cluster" }],
    {
      algorithm: 'sha256',
      keyType: 'ec',
      notAfterDate: new Date(Date.now() + LIFETIME),
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'keyUsage',
          keyCertSign: true,
          digitalSignature: true,
          keyEncipherment: true,
        },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: DNS_NAME, value: 'localhost' },
            { type: IP_ADDRESS, ip: '127.0.0.1' },
            { type: IP_ADDRESS, ip: '::1' },
          ],
        },
      ],
    },
  );
  return { key, certificate };
}

/**
 * The certificate, signed by itself, with which a cluster answers https: clients
 * of Kubernetes send no token without. The same at each start.
 */
export async function loadCertificate(directory: string): Promise<TlsIdentity> {
  const file = path.join(directory, 'tls.json');
  const text = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return identitySchema.parse(JSON.parse(text));
  const identity = { schemaVersion: 1 as const, ...(await createIdentity()) };
  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFileAtomically(file, JSON.stringify(identity));
  return identity;
}
