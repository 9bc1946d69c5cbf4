import type { Kysely, Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import type { Tables } from '../Tables.ts';

/** Of one user, or of everybody; in the order they were given. */
export async function readMemberships(
  db: Kysely<Tables>,
  userId?: UserId,
): Promise<Map<UserId, Membership[]>> {
  const everybodys = db.selectFrom('memberships').selectAll().orderBy('user_id').orderBy('position');
  const rows = await (userId === undefined ? everybodys : everybodys.where('user_id', '=', userId)).execute();
  const memberships = new Map<UserId, Membership[]>();
  for (const row of rows) {
    const ofUser = memberships.get(row.user_id) ?? [];
    ofUser.push(toMembership(row));
    memberships.set(row.user_id, ofUser);
  }
  return memberships;
}

/**
 * In place of all there were; the same one twice counts once. AppError `user.membership-invalid` when
 * there is no such report, or the organisation takes no part in it.
 */
export async function writeMemberships(
  transaction: Transaction<Tables>,
  userId: UserId,
  memberships: readonly Membership[],
): Promise<void> {
  await transaction.deleteFrom('memberships').where('user_id', '=', userId).execute();
  const rows = new Map<string, Tables['memberships']>();
  for (const membership of memberships) {
    await checkMembership(transaction, membership);
    const organisationId = membership.role === 'editor' ? membership.organisationId : null;
    const key = `${membership.reportId}/${membership.role}/${organisationId ?? ''}`;
    if (rows.has(key)) continue;
    rows.set(key, {
      user_id: userId,
      position: rows.size,
      report_id: membership.reportId,
      role: membership.role,
      organisation_id: organisationId,
    });
  }
  if (rows.size > 0)
    await transaction
      .insertInto('memberships')
      .values([...rows.values()])
      .execute();
}

async function checkMembership(transaction: Transaction<Tables>, membership: Membership): Promise<void> {
  const { reportId, role } = membership;
  const report = await transaction
    .selectFrom('reports')
    .select('id')
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (!report) throw new AppError('user.membership-invalid', { membership: `${reportId} ${role}` });
  if (role !== 'editor') return;
  const { organisationId } = membership;
  const sheet = await transaction
    .selectFrom('sheets')
    .select('organisation_id')
    .where('report_id', '=', reportId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!sheet) {
    throw new AppError('user.membership-invalid', { membership: `${reportId} ${role} ${organisationId}` });
  }
}

function toMembership(row: Tables['memberships']): Membership {
  const { role, report_id: reportId, organisation_id: organisationId } = row;
  if (role !== 'editor') return { role, reportId };
  if (organisationId === null)
    throw new Error(`the editor ${row.user_id} has no organisation in ${reportId}`);
  return { role, reportId, organisationId };
}
