import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

const DIRECTORY = resolvePackagePath(
  '@gitops-ml/backstage-plugin-gitops-ml-backend',
  'migrations',
);

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING';

/**
 * The engines on which store tests run: SQLite, and Postgres where the variable
 * of Backstage's test utilities names one (they would start a container else).
 */
export function createTestDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: process.env[POSTGRES] ? ['SQLITE_3', 'POSTGRES_16'] : ['SQLITE_3'],
  });
}

/** A database with all migrations applied. */
export async function createDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: DIRECTORY });
  return knex;
}

/** Undoes all migrations. */
export async function rollBack(knex: Knex): Promise<void> {
  await knex.migrate.rollback({ directory: DIRECTORY }, true);
}
