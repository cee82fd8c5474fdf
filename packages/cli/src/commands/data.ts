import { collectDataVersions, DVC_READERS } from '@gitops-ml/core';
import { describeData } from '../describe/describeData';
import { formatData } from '../reporters/formatData';
import { Command } from './Command';

/** `gitops-ml data` */
export const data: Command = async workspace => {
  const readings = await workspace.read(DVC_READERS);
  const { outputs, problems } = collectDataVersions(readings);
  const rows = describeData(outputs);
  return {
    body: { data: rows },
    problems: [...readings.flatMap(reading => reading.problems), ...problems],
    toText: style => formatData(rows, style),
  };
};
