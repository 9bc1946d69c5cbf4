import type { Kysely } from 'kysely';

/**
 * Who people are at an OpenID Connect provider, which rights its claims gave, and by whose word a session
 * was opened.
 */
export async function createIdentityTable(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('identities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('linked_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .addPrimaryKeyConstraint('identities_key', ['issuer', 'subject'])
    .addUniqueConstraint('identities_one_a_person', ['user_id', 'issuer'])
    .execute();
  const isFlag = (table: string, name: string) =>
    schema
      .alterTable(table)
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await isFlag('memberships', 'is_claimed');
  await isFlag('users', 'is_administrator_claimed');
  await isFlag('sessions', 'is_strong');
  await schema.alterTable('sessions').addColumn('issuer', 'text').execute();
}
