// @ts-check

/**
 * Everything but `settings` is derived from the mirrors and can be thrown away.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('repositories', table => {
    table.comment(
      'Repositories that entities show, and how far each is indexed',
    );
    table.text('key').primary().comment('Canonical URL');
    table
      .bigInteger('wanted_at')
      .notNullable()
      .comment('When an entity last asked for it, ms since 1970');
    table
      .text('source_status')
      .comment(
        'What the last look at the forge gave: ok, unreachable, forbidden, not-configured',
      );
    table.text('source_since').comment('Since when, ISO 8601');
    table
      .text('source_observed_at')
      .comment('The last look that was ok, ISO 8601');
    table.text('source_message');
    table
      .text('index_status')
      .notNullable()
      .comment('waiting, indexing, ready, failed');
    table.text('index_message');
    table
      .text('indexed_at')
      .comment('When the index last agreed with the mirror, ISO 8601');
    table.text('indexed_head').comment('The newest commit in `commits`');
    table
      .integer('commits_total')
      .comment('Commits of the tracked history that is being indexed');
    table
      .integer('read_position')
      .comment('The newest position whose readings are in `readings`');
    table.text('readers').comment('Digest of the readers that made `readings`');
    table.text('claimed_by').comment('The process that is indexing');
    table.bigInteger('claimed_until').comment('ms since 1970');
  });

  await knex.schema.createTable('commits', table => {
    table.comment('The tracked history: first parents of the default branch');
    table.text('repository').notNullable();
    table.integer('position').notNullable().comment('0 is the root');
    table.text('oid').notNullable();
    table.primary(['repository', 'position']);
    table.unique(['repository', 'oid'], { indexName: 'commits_oid_uniq' });
  });

  await knex.schema.createTable('path_changes', table => {
    table.comment('Files that each commit of the tracked history changed');
    table.text('repository').notNullable();
    table.integer('position').notNullable().comment('Of the commit');
    table.text('path').notNullable();
    table
      .text('oid')
      .comment('The new content; null where there is no file any more');
    table.primary(['repository', 'position', 'path']);
  });

  await knex.schema.createTable('facts', table => {
    table.comment(
      'What a reader said of an entry, by everything that it asked',
    );
    table
      .text('id')
      .primary()
      .comment('Digest of reader, version, entry and trace');
    table.text('reader').notNullable();
    table.integer('version').notNullable();
    table.text('entry').notNullable();
    table.text('entry_oid').comment('Content of the entry itself');
    table
      .text('trace')
      .notNullable()
      .comment('JSON: every question with its answer');
    table.text('facts').comment('JSON; null where nothing could be read');
    table.text('problems').notNullable().comment('JSON');
    table
      .bigInteger('retry_at')
      .comment('A reading that was stopped is tried again then, ms since 1970');
    table.index(['reader', 'version', 'entry', 'entry_oid'], 'facts_entry_idx');
  });

  await knex.schema.createTable('readings', table => {
    table.comment('Where in the tracked history the facts of an entry changed');
    table.text('repository').notNullable();
    table.integer('position').notNullable();
    table.text('reader').notNullable();
    table.text('entry').notNullable();
    table
      .text('facts')
      .comment('Id in `facts`; null where the entry is no more');
    table.primary(['repository', 'position', 'reader', 'entry']);
  });

  await knex.schema.createTable('settings', table => {
    table.comment('What this installation made up once');
    table.text('key').primary();
    table.text('value').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'settings',
    'readings',
    'facts',
    'path_changes',
    'commits',
    'repositories',
  ]) {
    await knex.schema.dropTable(table);
  }
};
