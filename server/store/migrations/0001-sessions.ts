import type { Migration } from '../migrate.ts';

export const sessions: Migration = {
  name: '0001-sessions',
  up: async (db) => {
    await db.schema
      .createTable('settings')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('sessions')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('binding', 'text', (column) => column.notNull())
      .addColumn('created', 'bigint', (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('script', 'integer', (column) => column.notNull())
      .addColumn('person', 'text')
      .execute();
    await db.schema.createIndex('sessions_of_binding').on('sessions').column('binding').execute();
  },
  down: async (db) => {
    await db.schema.dropTable('sessions').execute();
    await db.schema.dropTable('settings').execute();
  },
};
