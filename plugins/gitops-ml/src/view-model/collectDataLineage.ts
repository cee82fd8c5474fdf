import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Lineage, LineageBuilder } from './lineage';

/** One step around an output: inputs → stage → output → the stages that read it. */
export function collectDataLineage(
  output: DataOutputView,
  outputs: readonly DataOutputView[],
): Lineage {
  const lineage = new LineageBuilder();
  const subject = lineage.node('data', output.path);
  const { stage } = output;
  if (stage !== undefined) {
    const maker = lineage.node('stage', stage);
    lineage.edge(maker, subject);
    for (const input of outputs) {
      if (!input.usedBy.includes(stage)) continue;
      lineage.edge(lineage.node('data', input.path), maker);
    }
  }
  for (const reader of output.usedBy) {
    lineage.edge(subject, lineage.node('stage', reader));
  }
  return lineage.build();
}
