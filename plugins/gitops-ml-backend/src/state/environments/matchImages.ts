import { KustomizationImage } from '@gitops-ml/core';
import { parseImage } from './parseImage';

/**
 * Do pods run what a commit names? An image of which the commit says nothing speaks neither
 * for it nor against it, and neither does a tag where the other side has a digest.
 */
export function isImageConsistent(
  images: readonly string[],
  named: readonly KustomizationImage[],
): boolean {
  return images.map(parseImage).every(image => {
    const said = named.filter(
      one =>
        one.repository === image.repository &&
        ((one.digest && image.digest) || (one.tag && image.tag)),
    );
    return said.length === 0 || said.some(one => isEqual(image, one));
  });
}

/** Is the content of one of the pods' images what the commit names? A tag may be moved. */
export function isImageProven(
  images: readonly string[],
  named: readonly KustomizationImage[],
): boolean {
  return images
    .map(parseImage)
    .some(({ digest }) => digest && named.some(one => one.digest === digest));
}

function isEqual(a: KustomizationImage, b: KustomizationImage): boolean {
  return a.digest && b.digest ? a.digest === b.digest : a.tag === b.tag;
}
