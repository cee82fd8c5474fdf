import { KustomizationImage } from '@gitops-ml/core';

/** `registry:5000/name:tag@sha256:…` (github.com/distribution/reference) */
export function parseImage(image: string): KustomizationImage {
  const [named, digest] = image.split('@');
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return {
    repository: colon === -1 ? named : named.slice(0, colon),
    tag: colon === -1 ? undefined : named.slice(colon + 1),
    digest,
  };
}
