import { KustomizationImage } from '../facts/gitops';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { createOverlayCollector } from './createOverlayCollector';

/**
 * Finds the images that an overlay names, with those of all that it includes. Of one
 * repository several may be named: which of them a manifest gets, only kustomize says.
 * @public
 */
export function createImageCollector(
  readings: readonly EntryReading[],
): (overlay: string) => KustomizationImage[] {
  const collect = createOverlayCollector(readings, []);
  const all = selectFacts(readings, 'kustomization').filter(
    ({ images }) => images.length > 0,
  );
  return overlay => {
    if (all.length === 0) return [];
    const included = new Set(collect(overlay)?.paths);
    return all
      .filter(({ path }) => included.has(path))
      .flatMap(({ images }) => images);
  };
}
