import { SizePicture } from './collectSizeSeries';
import { countNoun } from './countNoun';

/** What the picture of sizes leaves out; empty when it leaves nothing out. */
export function describeSizeGaps(
  picture: SizePicture,
  unsized: number,
): string {
  return [
    unsized > 0 &&
      `Not in the picture: ${countNoun(
        unsized,
        'output',
      )} without a recorded size.`,
    picture.leftOut > 0 &&
      `Not drawn: ${countNoun(picture.leftOut, 'older commit')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
