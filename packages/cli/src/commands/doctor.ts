import { collectDoctor, READERS, resolveGto } from '@gitops-ml/core';
import { formatDoctor } from '../reporters/formatDoctor';
import { Command } from './Command';

/** `gitops-ml doctor` */
export const doctor: Command = async (workspace, { rev }) => {
  const [readings, tags] = await Promise.all([
    workspace.read(READERS),
    workspace.repository.annotatedTags(),
  ]);
  const asOf = rev === undefined ? undefined : workspace.commit.date;
  const gto = resolveGto(tags, { asOf });
  const { files, pages } = collectDoctor({ readings, gto: gto.facts });
  return {
    body: { files, pages },
    problems: [
      ...readings.flatMap(reading => reading.problems),
      ...gto.problems,
    ],
    toText: style => formatDoctor({ files, pages }, style),
  };
};
