import type { Migration } from '../migrate.ts';

const texts = [
  'person',
  'personName',
  'account',
  'region',
  'service',
  'action',
  'family',
  'outcome',
  'code',
  'requestId',
  'reason',
] as const;

export const history: Migration = {
  name: '0002-history',
  up: async (db) => {
    let table = db.schema
      .createTable('history')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('ms', 'integer')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('prev', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull());
    for (const name of texts) table = table.addColumn(name, 'text');
    await table.execute();
    await db.schema.createIndex('history_of_entry').on('history').columns(['entry', 'kind']).unique().execute();
    await db.schema.createIndex('history_by_kind').on('history').columns(['kind', 'seq']).execute();
    await db.schema
      .createTable('historyResources')
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('resource', 'text', (column) => column.notNull())
      .addColumn('family', 'text')
      .addColumn('own', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('history_resource', ['entry', 'resource'])
      .execute();
    await db.schema.createIndex('history_by_resource').on('historyResources').column('resource').execute();
    await db.schema
      .createTable('historyHead')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await db.insertInto('historyHead').values({ id: 1, seq: 0, hash: '' }).execute();
    await db.schema
      .createTable('servers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .execute();
  },
  down: async (db) => {
    for (const name of ['servers', 'historyHead', 'historyResources', 'history']) await db.schema.dropTable(name).execute();
  },
};
