import { NamedObservation } from '../../view-model/live/describeLiveSource';

/** What a page about now needs beside Git. */
export interface LiveParts<T> {
  collectSources: (value: T) => NamedObservation[];
  /** Whether there is something to show where Git could not be read. */
  hasContent: (value: T) => boolean;
}
