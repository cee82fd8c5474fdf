import { Entity } from '@backstage/catalog-model';
import { DoctorResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { collectDoctor, DoctorReport } from '@gitops-ml/core';
import { assembleDoctor } from '../assemble/assembleDoctor';
import { isUnder } from '../assemble/isUnder';
import { LiveTools } from '../live/LiveTools';
import { loadLiveEnvironments } from '../live/loadLiveEnvironments';
import { resolveRegistry } from './resolveRegistry';
import { ViewQuery, ViewTools } from './ViewTools';

/** `GET …/doctor` */
export async function loadDoctor(
  { revisions, liveTools }: ViewTools & { liveTools: LiveTools },
  entity: Entity,
  query: ViewQuery,
): Promise<DoctorResponse> {
  const { report, ...envelope } = await revisions.view<{
    report: DoctorReport | undefined;
  }>(entity, query.revision, { report: undefined }, async view => {
    const gto = await resolveRegistry(view, query);
    const { readings, folder } = view.revision;
    // The configuration at the root says where a folder's data go.
    const own = readings.filter(
      ({ entry }) => isUnder(entry, folder) || entry.startsWith('.dvc/'),
    );
    return {
      report: collectDoctor({ readings: own, gto: gto.facts }),
      problems: [],
    };
  });
  const { environments } = await loadLiveEnvironments(liveTools, entity);
  return {
    schemaVersion: 1,
    topic: envelope.topic,
    ...assembleDoctor({
      binding: revisions.bind(entity),
      envelope,
      report,
      environments,
    }),
  };
}
