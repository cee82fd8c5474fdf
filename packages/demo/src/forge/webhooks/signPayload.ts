import { createHmac } from 'node:crypto';

/**
 * The headers of a delivery. Gitea also names itself as Gogs and GitHub do, for
 * receivers made for those.
 * Source: go-gitea/gitea services/webhook/deliver.go.
 */
export function signPayload(
  body: string,
  delivery: { id: string; event: string; secret: string; target: string },
): Record<string, string> {
  const sign = (algorithm: string) =>
    createHmac(algorithm, delivery.secret).update(body).digest('hex');
  const sha256 = sign('sha256');
  const named = (prefix: string) => ({
    [`X-${prefix}-Delivery`]: delivery.id,
    [`X-${prefix}-Event`]: delivery.event,
    [`X-${prefix}-Event-Type`]: delivery.event,
  });
  return {
    'Content-Type': 'application/json',
    ...named('Gitea'),
    'X-Gitea-Hook-Installation-Target-Type': delivery.target,
    'X-Gitea-Signature': sha256,
    ...named('Gogs'),
    'X-Gogs-Signature': sha256,
    ...named('GitHub'),
    'X-GitHub-Hook-Installation-Target-Type': delivery.target,
    'X-Hub-Signature': `sha1=${sign('sha1')}`,
    'X-Hub-Signature-256': `sha256=${sha256}`,
  };
}
