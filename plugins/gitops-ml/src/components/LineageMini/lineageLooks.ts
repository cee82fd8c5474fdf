import { LineageKind } from '../../view-model/lineage';
import { seriesColor } from '../../view-model/palette';

/** One colour, corner and word per kind of node. */
export const LINEAGE_LOOKS: Record<
  LineageKind,
  { word: string; color: string; radius: number }
> = {
  source: { word: 'data source', color: seriesColor(2), radius: 16 },
  view: { word: 'feature view', color: seriesColor(0), radius: 2 },
  service: { word: 'feature service', color: seriesColor(3), radius: 8 },
  data: { word: 'data', color: seriesColor(2), radius: 16 },
  stage: { word: 'stage', color: seriesColor(1), radius: 2 },
};
