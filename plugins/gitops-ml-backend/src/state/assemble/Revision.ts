import { SpotView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EntryReading, SourceSpot } from '@gitops-ml/core';
import { ForgeLinks } from '../../forge/forgeLinks';

/** What views of one revision are made from. */
export interface Revision {
  oid: string;
  readings: EntryReading[];
  links: ForgeLinks;
  /** The folder that the entity stands for, `''` for the root. */
  folder: string;
}

/** A place in the revision, with the forge's page of it. */
export function toSpotView(
  { path, line }: SourceSpot,
  { oid, links }: Pick<Revision, 'oid' | 'links'>,
): SpotView {
  return { path, line, url: links.file(oid, path, line) };
}
