import {
  collectDataVersions,
  selectBroken,
  selectFacts,
} from '@gitops-ml/core';
import { Knex } from 'knex';
import { loadSnapshots } from '../../index/loadSnapshots';
import { DataTimeline, DataTimelineBuilder } from './DataTimeline';
import { FeatureTimeline, FeatureTimelineBuilder } from './FeatureTimeline';

/** What the tracked history of a repository did to data and features. */
export interface Timelines {
  data: DataTimeline;
  features: FeatureTimeline;
}

/** Works the timelines of a repository out of its readings. */
export async function loadTimelines(
  database: Knex,
  key: string,
): Promise<Timelines> {
  const data = new DataTimelineBuilder();
  const features = new FeatureTimelineBuilder();
  for await (const { position, readings, changed } of loadSnapshots(
    database,
    key,
  )) {
    const readers = [...changed];
    const broken = selectBroken(readings);
    if (readers.some(id => id.startsWith('dvc-'))) {
      data.add(position, collectDataVersions(readings).outputs, broken);
    }
    if (readers.some(id => id.startsWith('feast'))) {
      features.add(position, selectFacts(readings, 'feast'), broken);
    }
  }
  return { data: data.build(), features: features.build() };
}
