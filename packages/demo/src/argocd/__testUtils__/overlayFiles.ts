/** A ConfigMap with one key. */
export const config = (name: string, value: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  key: ${value}
`;

/** A kustomization of these files. */
export const kustomization = (resources: string) =>
  `resources: [${resources}]\n`;
