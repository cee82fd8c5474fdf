import { FEAST_READERS, selectFacts } from '@gitops-ml/core';
import { describeFeatures } from '../describe/describeFeatures';
import { formatFeatures } from '../reporters/formatFeatures';
import { Command } from './Command';

/** `gitops-ml features` */
export const features: Command = async workspace => {
  const readings = await workspace.read(FEAST_READERS);
  const projects = describeFeatures(selectFacts(readings, 'feast'));
  return {
    body: { projects },
    problems: readings.flatMap(reading => reading.problems),
    toText: style => formatFeatures(projects, style),
  };
};
