import { KustomizationImage } from '../facts/gitops';
import { EntryReading } from '../model/EntryReading';
import { selectFacts } from '../model/selectFacts';
import { createOverlayCollector } from './createOverlayCollector';

/**
 * The images that an overlay names, with those of all that it includes. Of one repository
 * several may be named: which of them a manifest gets, only kustomize says.
 * @public
 */
export function collectImages(
  overlay: string,
  readings: readonly EntryReading[],
): KustomizationImage[] {
  const included = new Set(
    createOverlayCollector(readings, [])(overlay)?.paths,
  );
  return selectFacts(readings, 'kustomization')
    .filter(({ path }) => included.has(path))
    .flatMap(({ images }) => images);
}
