/** How to get to a cluster, and as whom. */
interface KubeconfigOptions {
  /** `http://localhost:<port>` */
  url: string;
  /** In PEM. */
  certificate: string;
  token: string;
}

const NAME = 'demo';

/** A kubeconfig of one cluster, for kubectl and all that reads what it reads. */
export function formatKubeconfig({
  url,
  certificate,
  token,
}: KubeconfigOptions): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': NAME,
    clusters: [
      {
        name: NAME,
        cluster: {
          server: url.replace('http:', 'https:'),
          'certificate-authority-data':
            Buffer.from(certificate).toString('base64'),
        },
      },
    ],
    users: [{ name: NAME, user: { token } }],
    contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
