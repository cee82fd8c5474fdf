// @ts-check

/**
 * Where the time of a release is from, and what proves it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('releases', table => {
    table
      .text('at_from')
      .notNullable()
      .defaultTo('observed')
      .comment('What says when: object, observed, pods, argocd');
    table
      .text('after_at')
      .comment('Not exact: it was after this and not after `at`, ISO 8601');
    table
      .text('provenance')
      .notNullable()
      .defaultTo('watched')
      .comment('What proves it: watched, found, replica-set, argocd-history');
    table
      .text('config_maps')
      .comment('JSON: names of the ConfigMaps that the pods read whole');
    table.text('commit').comment('The newest deployed commit of this release');
    table
      .text('parts')
      .comment('JSON: digests on which all deployed commits of it agree');
  });
  await knex.schema.alterTable('delivery_events', table => {
    table
      .boolean('listed')
      .notNullable()
      .defaultTo(false)
      .comment('Seen in a list: what came before it may have been missed');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('delivery_events', table => {
    table.dropColumn('listed');
  });
  await knex.schema.alterTable('releases', table => {
    table.dropColumns(
      'at_from',
      'after_at',
      'provenance',
      'config_maps',
      'commit',
      'parts',
    );
  });
};
