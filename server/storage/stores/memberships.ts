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

/** Of users just made: each membership is looked up once, however many have it. Rejects like {@link writeMemberships}. */
export async function insertMemberships(
  transaction: Transaction<Tables>,
  users: readonly { id: UserId; memberships: readonly Membership[] }[],
): Promise<void> {
  const known = new Map<string, Membership>();
  for (const { memberships } of users) for (const one of memberships) known.set(keyOf(one), one);
  for (const membership of known.values()) await checkMembership(transaction, membership);
  const rows = users.flatMap(({ id, memberships }) => buildRows(id, memberships, new Set()));
  for (const piece of inPieces(rows)) await transaction.insertInto('memberships').values(piece).execute();
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
  for (const membership of memberships) await checkMembership(transaction, membership);
  const rows = buildRows(userId, memberships, claimedKeys);
  for (const piece of inPieces(rows)) {
    await transaction.insertInto('memberships').values(piece).execute();
  }
}

/** In the order given; the same one twice counts once. */
function buildRows(
  userId: UserId,
  memberships: readonly Membership[],
  claimedKeys: ReadonlySet<string>,
): Insertable<Tables['memberships']>[] {
  const distinct = new Map(memberships.map((membership) => [keyOf(membership), membership]));
  return [...distinct].map(([key, membership], position) => ({
    user_id: userId,
    position,
    report_id: membership.reportId,
    role: membership.role,
    organisation_id: membership.role === 'editor' ? membership.organisationId : null,
    is_claimed: Number(claimedKeys.has(key)),
  }));
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
