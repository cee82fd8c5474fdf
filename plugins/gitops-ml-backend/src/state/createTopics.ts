import { createHmac, randomBytes } from 'node:crypto';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { ensureSetting } from '../index/operations/ensureSetting';

/** The topic of signals about an entity: tells nobody which one it is. */
export type TopicOf = (entityUid: string) => string;

/** Topics under a key that this installation made up once and keeps. */
export async function createTopics(database: Knex): Promise<TopicOf> {
  const key = await ensureSetting(
    database,
    'topic-key',
    randomBytes(32).toString('hex'),
  );
  return uid =>
    createHmac('sha256', key).update(uid).digest('hex').slice(0, 32);
}

/** The topic of an entity; one that came without a uid is known by its reference. */
export function topicOfEntity(entity: Entity, topicOf: TopicOf): string {
  return topicOf(entity.metadata.uid ?? stringifyEntityRef(entity));
}
