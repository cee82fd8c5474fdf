import {
  collectModels,
  DESCRIPTOR_READERS,
  DVC_READERS,
  EntryReading,
  GTO_READERS,
  modelCommits,
  resolveGto,
} from '@gitops-ml/core';
import { describeModels } from '../describe/describeModels';
import { formatModels } from '../reporters/formatModels';
import { Workspace } from '../Workspace';
import { Command } from './Command';

const READERS = [...DVC_READERS, ...GTO_READERS, ...DESCRIPTOR_READERS];

/** What the commits say that are in this clone; a shallow one may lack some. */
async function readCommits(
  workspace: Workspace,
  oids: readonly string[],
): Promise<Map<string, EntryReading[]>> {
  const readings = new Map<string, EntryReading[]>();
  for (const { oid } of await workspace.repository.commits(oids)) {
    readings.set(oid, await workspace.read(READERS, oid));
  }
  return readings;
}

/** `gitops-ml models`: every tag, or with --rev those not younger than its commit. */
export const models: Command = async (workspace, { rev }) => {
  const [head, tags] = await Promise.all([
    workspace.read(READERS),
    workspace.repository.annotatedTags(),
  ]);
  const asOf = rev === undefined ? undefined : workspace.commit.date;
  const gto = resolveGto(tags, { asOf });
  const readingsAt = await readCommits(workspace, modelCommits(gto.facts));
  const found = collectModels({ gto: gto.facts, head, readingsAt });
  const rows = describeModels(found.models);
  return {
    body: { models: rows },
    problems: [
      ...head.flatMap(reading => reading.problems),
      ...gto.problems,
      ...found.problems,
    ],
    toText: style => formatModels(rows, style),
  };
};
