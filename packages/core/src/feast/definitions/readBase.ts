import { SourceSpot } from '../../facts/dvc';
import { ArgumentReader } from './ArgumentReader';
import { DraftBase } from './drafts';

/** What all definitions have in common. `labels` is what tags were called before. */
export function readBase(
  type: string,
  reader: ArgumentReader,
  definedIn: SourceSpot,
): DraftBase {
  return {
    type,
    name: reader.text('name'),
    description: reader.text('description'),
    tags: reader.tags(reader.pick('tags', 'labels')),
    owner: reader.text('owner'),
    definedIn,
    doubts: reader.doubts,
  };
}
