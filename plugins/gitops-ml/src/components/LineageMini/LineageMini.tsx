import { COMPACT, WIDE } from '../../view-model/layoutLineage';
import { Lineage, LineageNode } from '../../view-model/lineage';
import { PictureCard } from '../PictureCard/PictureCard';
import { LineageLegend } from './LineageLegend';
import { LineageList } from './LineageList';
import { LineagePicture } from './LineagePicture';

/** A small picture of what feeds what. */
export const LineageMini = (props: {
  title: string;
  note?: string;
  compact?: boolean;
  lineage: Lineage;
  hrefOf?: (node: LineageNode) => string | undefined;
}) => (
  <PictureCard
    title={props.title}
    note={props.note}
    picture={
      <>
        <LineageLegend lineage={props.lineage} />
        <LineagePicture
          label={props.title}
          lineage={props.lineage}
          size={props.compact ? COMPACT : WIDE}
          hrefOf={props.hrefOf}
        />
      </>
    }
    words={<LineageList lineage={props.lineage} />}
  />
);
