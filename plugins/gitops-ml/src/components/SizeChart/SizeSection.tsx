import { SizePicture } from '../../view-model/collectSizeSeries';
import { PictureCard } from '../PictureCard/PictureCard';
import { SizeStack } from './SizeStack';
import { SizeTable } from './SizeTable';

/** The size of all data over the commits that changed it. */
export const SizeSection = (props: {
  picture: SizePicture;
  unsized: number;
}) => (
  <PictureCard
    title="Size over commits"
    picture={<SizeStack {...props} />}
    words={<SizeTable picture={props.picture} />}
  />
);
