import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { UserId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';

type Row = Selectable<Tables['memberships']>;

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
 * In place of all there were; the same one twice counts once, and one that claims gave is theirs still.
 * AppError `user.membership-invalid` when there is no such report, or the organisation takes no part in it.
 */
export async function writeMemberships(
  transaction: Transaction<Tables>,
  userId: UserId,
  memberships: readonly Membership[],
): Promise<void> {
  const claimed = (await readRows(transaction, userId)).filter((row) => row.is_claimed === 1);
  const claimedKeys = new Set(claimed.map((row) => keyOf(toMembership(row))));
  await write(transaction, userId, memberships, claimedKeys);
}

/**
 * In place of those that claims gave before; those given by hand stay theirs. True when something is other
 * now. Rejects like {@link writeMemberships}.
 */
export async function writeClaimedMemberships(
  transaction: Transaction<Tables>,
  userId: UserId,
  claimed: readonly Membership[],
): Promise<boolean> {
  const rows = await readRows(transaction, userId);
  const byHand = rows.filter((row) => row.is_claimed === 0).map(toMembership);
  const handKeys = new Set(byHand.map(keyOf));
  const added = claimed.filter((membership) => !handKeys.has(keyOf(membership)));
  const next = new Set([...handKeys, ...added.map(keyOf)]);
  const stands = new Set(rows.map((row) => keyOf(toMembership(row))));
  if (next.size === stands.size && [...next].every((key) => stands.has(key))) return false;
  await write(transaction, userId, [...byHand, ...added], new Set(added.map(keyOf)));
  return true;
}

async function write(
  transaction: Transaction<Tables>,
  userId: UserId,
  memberships: readonly Membership[],
  claimedKeys: ReadonlySet<string>,
): Promise<void> {
  await transaction.deleteFrom('memberships').where('user_id', '=', userId).execute();
  const rows = new Map<string, Insertable<Tables['memberships']>>();
  for (const membership of memberships) {
    await checkMembership(transaction, membership);
    const key = keyOf(membership);
    if (rows.has(key)) continue;
    rows.set(key, {
      user_id: userId,
      position: rows.size,
      report_id: membership.reportId,
      role: membership.role,
      organisation_id: membership.role === 'editor' ? membership.organisationId : null,
      is_claimed: Number(claimedKeys.has(key)),
    });
  }
  for (const piece of inPieces([...rows.values()])) {
    await transaction.insertInto('memberships').values(piece).execute();
  }
}

function readRows(db: Kysely<Tables>, userId: UserId): Promise<Row[]> {
  return db.selectFrom('memberships').selectAll().where('user_id', '=', userId).orderBy('position').execute();
}

const keyOf = (membership: Membership): string =>
  `${membership.reportId}/${membership.role}/${membership.role === 'editor' ? membership.organisationId : ''}`;

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

export function toMembership(row: Row): Membership {
  const { role, report_id: reportId, organisation_id: organisationId } = row;
  if (role !== 'editor') return { role, reportId };
  if (organisationId === null)
    throw new Error(`the editor ${row.user_id} has no organisation in ${reportId}`);
  return { role, reportId, organisationId };
}
