// @ts-check

/**
 * Primary data: what ran and when cannot be seen again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('releases', table => {
    table.comment(
      'Changes of what runs stable in an environment, and deliveries that were aborted; rows are only added',
    );
    table.increments('id');
    table.text('repository').notNullable();
    table.text('folder').notNullable().comment('Of the entity in it');
    table.text('environment').notNullable();
    table.text('at').notNullable().comment('When it was seen, ISO 8601');
    table.text('outcome').notNullable().comment('stable, aborted');
    table
      .text('pods')
      .notNullable()
      .comment('Number and hash of the set of pods; one row for each outcome');
    table.boolean('witnessed').notNullable();
    table.text('identity').notNullable().comment('JSON: what it is');
    table.text('previous').comment('JSON: what ran stable before');
    table.integer('reached_index');
    table.integer('reached_count');
    table.boolean('reached_inferred');
    table.text('message');
    table.unique(['repository', 'folder', 'environment', 'outcome', 'pods'], {
      indexName: 'releases_pods_uniq',
    });
    table.index(['at'], 'releases_at_idx');
  });

  await knex.schema.createTable('observations', table => {
    table.comment('Spans in which what runs in an environment was watched');
    table.increments('id');
    table.text('repository').notNullable();
    table.text('folder').notNullable();
    table.text('environment').notNullable();
    table.text('from_at').notNullable().comment('ISO 8601');
    table.text('to_at').notNullable().comment('ISO 8601');
    table.index(
      ['repository', 'folder', 'environment', 'to_at'],
      'observations_environment_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('observations');
  await knex.schema.dropTable('releases');
};
