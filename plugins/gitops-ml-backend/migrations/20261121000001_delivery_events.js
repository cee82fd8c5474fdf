// @ts-check

/**
 * Primary data: what was seen of deliveries cannot be seen again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delivery_events', table => {
    table.comment('What was seen of workloads over time, one row per change');
    table.increments('id');
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('uid').notNullable();
    table
      .text('resource_version')
      .notNullable()
      .comment('Of the object; so that two processes write a change once');
    table.text('at').notNullable().comment('When it was seen, ISO 8601');
    table
      .text('hash')
      .notNullable()
      .comment('Of the pod template that is wanted');
    table.text('phase').notNullable();
    table.text('message').notNullable();
    table.boolean('aborted').notNullable();
    table.integer('step_index');
    table.integer('step_count');
    table.float('weight_desired').comment('Percent');
    table.float('weight_actual').comment('Percent');
    table.unique(['cluster', 'uid', 'resource_version'], {
      indexName: 'delivery_events_version_uniq',
    });
    table.index(
      ['cluster', 'namespace', 'kind', 'name'],
      'delivery_events_workload_idx',
    );
    table.index(['at'], 'delivery_events_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_events');
};
