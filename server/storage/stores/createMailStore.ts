import type { Kysely, Transaction } from 'kysely';
import { createId, type UserId } from '#shared/model/ids.ts';
import type { DatabaseAccess } from '../DatabaseAccess.ts';
import type { ClaimOptions, MailClaim, MailStore, StoredMailAddress, WaitingMail } from '../MailStore.ts';
import type { Tables } from '../Tables.ts';
import { toNotice } from './createNoticeStore.ts';

type Row = Tables['mail_addresses'];
type Waiting = { userId: UserId; first: number; last: number; count: number; isBegun: boolean };

/** Of one mail; what is over comes in the next one. */
const mostNotices = 1_000;

const free = { claim: null, claimed_until: null } as const;

export function createMailStore({ run, transact }: DatabaseAccess): MailStore {
  return {
    findAddress: async (userId) => {
      const row = await run((db) =>
        db.selectFrom('mail_addresses').selectAll().where('user_id', '=', userId).executeTakeFirst(),
      );
      return row ? toAddress(row) : null;
    },

    listAddresses: async () => {
      const rows = await run((db) =>
        db.selectFrom('mail_addresses').selectAll().orderBy('asked_at').orderBy('user_id').execute(),
      );
      return rows.map(toAddress);
    },

    setAddress: (userId, address, language, now) =>
      transact(async (transaction) => {
        await transaction.deleteFrom('mail_addresses').where('user_id', '=', userId).execute();
        await drop(transaction, userId);
        await transaction
          .insertInto('mail_addresses')
          .values({
            ...{ user_id: userId, address, language, asked_at: now, attempts: 0, next_attempt_at: now },
            ...{ confirmation_sent_at: null, confirmed_at: null, stopped_at: null, failed_at: null },
            ...{ last_error: null, last_error_at: null, last_sent_at: null, ...free },
          })
          .execute();
      }),

    changeAddress: (userId, { language, isStopped }, now) =>
      transact(async (transaction) => {
        const row = await transaction
          .selectFrom('mail_addresses')
          .select(['stopped_at', 'language'])
          .where('user_id', '=', userId)
          .executeTakeFirst();
        if (!row) return false;
        const isOther = isStopped !== undefined && isStopped !== (row.stopped_at !== null);
        if (isOther) await drop(transaction, userId);
        await transaction
          .updateTable('mail_addresses')
          .set({
            language: language ?? row.language,
            stopped_at: isOther ? (isStopped ? now : null) : row.stopped_at,
          })
          .where('user_id', '=', userId)
          .execute();
        return true;
      }),

    removeAddress: (userId) =>
      transact(async (transaction) => {
        await drop(transaction, userId);
        const { numDeletedRows } = await transaction
          .deleteFrom('mail_addresses')
          .where('user_id', '=', userId)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),

    confirm: (userId, address, askedAt, now) =>
      transact(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('mail_addresses')
          .set((eb) => ({
            confirmed_at: eb.fn.coalesce('confirmed_at', eb.val(now)),
            failed_at: null,
            attempts: 0,
            next_attempt_at: now,
          }))
          .where('user_id', '=', userId)
          .where('address', '=', address)
          .where('asked_at', '=', askedAt)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    claim: (options) =>
      transact(async (transaction) => {
        for (const found of await listDue(transaction, options)) {
          const claim = await take(transaction, found, options);
          if (claim !== null) return claim;
        }
        return null;
      }),

    settle: (claim, now, isSent) =>
      transact(async (transaction) => {
        if (claim.kind === 'digest') await settleBatch(transaction, claim.batch, now);
        await transaction
          .updateTable('mail_addresses')
          .set({
            ...{ attempts: 0, next_attempt_at: now, last_error: null, last_error_at: null, ...free },
            ...(isSent && { last_sent_at: now }),
            ...(claim.kind === 'confirmation' && { confirmation_sent_at: now }),
          })
          .where('user_id', '=', claim.address.userId)
          .where('claim', '=', claim.id)
          .execute();
      }),

    fail: (claim, { now, error, nextAttemptAt, isUnsure }) =>
      transact(async (transaction) => {
        if (claim.kind === 'digest' && !isUnsure) {
          await transaction
            .updateTable('notices')
            .set({ mail_batch: null })
            .where('mail_batch', '=', claim.batch)
            .where('mail_settled_at', 'is', null)
            .execute();
        }
        await transaction
          .updateTable('mail_addresses')
          .set((eb) => ({
            attempts: eb('attempts', '+', 1),
            ...{ next_attempt_at: nextAttemptAt, last_error: error, last_error_at: now, ...free },
          }))
          .where('user_id', '=', claim.address.userId)
          .where('claim', '=', claim.id)
          .execute();
      }),

    giveUp: (claim, now, error, isAddress) =>
      transact(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('mail_addresses')
          .set({
            ...{ attempts: 0, next_attempt_at: now, last_error: error, last_error_at: now, ...free },
            // A link that cannot be mailed would be tried for ever.
            ...((isAddress || claim.kind === 'confirmation') && { failed_at: now }),
          })
          .where('user_id', '=', claim.address.userId)
          .where('claim', '=', claim.id)
          .executeTakeFirst();
        if (claim.kind === 'digest') await settleBatch(transaction, claim.batch, now);
        if (isAddress && numUpdatedRows > 0n) await drop(transaction, claim.address.userId);
      }),

    listWaiting: async () => {
      const [addresses, waiting] = await run(async (db) => [
        await selectUsable(db).selectAll('mail_addresses').execute(),
        await listWaiting(db),
      ]);
      const found = new Map(waiting.map((one) => [one.userId, one]));
      return addresses
        .flatMap((row): WaitingMail[] => {
          const { attempts, nextAttemptAt, lastError, userId, askedAt } = toAddress(row);
          const how = { userId, attempts, nextAttemptAt, lastError };
          if (row.confirmed_at === null) {
            const isSent = row.confirmation_sent_at !== null;
            return isSent ? [] : [{ ...how, kind: 'confirmation', count: 1, since: askedAt }];
          }
          const one = found.get(userId);
          return one === undefined ? [] : [{ ...how, kind: 'digest', count: one.count, since: one.first }];
        })
        .sort((a, b) => a.since - b.since);
    },
  };
}

/** Addresses of people who are there, at which mail is wanted and works. */
function selectUsable(db: Kysely<Tables>) {
  return db
    .selectFrom('mail_addresses')
    .innerJoin('users', 'users.id', 'mail_addresses.user_id')
    .where('users.is_disabled', '=', 0)
    .where('mail_addresses.stopped_at', 'is', null)
    .where('mail_addresses.failed_at', 'is', null);
}

async function listWaiting(db: Kysely<Tables>): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('notices')
    .select((eb) => [
      'user_id',
      eb.fn.min('created_at').as('first'),
      eb.fn.max('created_at').as('last'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('mail_batch').as('begun'),
    ])
    .where('mail_settled_at', 'is', null)
    .where('read_at', 'is', null)
    .groupBy('user_id')
    .execute();
  return rows.map(({ user_id, first, last, count, begun }) => ({
    userId: user_id,
    first: Number(first),
    last: Number(last),
    count: Number(count),
    isBegun: Number(begun) > 0,
  }));
}

type Due = { row: Row; since: number; kind: MailClaim['kind'] };

async function listDue(
  transaction: Transaction<Tables>,
  { now, quietMs, longestMs }: ClaimOptions,
): Promise<Due[]> {
  const rows = await selectUsable(transaction)
    .selectAll('mail_addresses')
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .execute();
  const waiting = new Map((await listWaiting(transaction)).map((one) => [one.userId, one]));
  return rows
    .flatMap((row): Due[] => {
      if (row.confirmed_at === null) {
        return row.confirmation_sent_at === null ? [{ row, since: row.asked_at, kind: 'confirmation' }] : [];
      }
      const one = waiting.get(row.user_id);
      if (one === undefined) return [];
      const isTime = one.isBegun || one.last <= now - quietMs || one.first <= now - longestMs;
      return isTime ? [{ row, since: one.first, kind: 'digest' }] : [];
    })
    .sort((a, b) => a.since - b.since);
}

/** Null when another process was first, or all of it has been read meanwhile. */
async function take(
  transaction: Transaction<Tables>,
  { row, kind }: Due,
  { now, leaseMs }: ClaimOptions,
): Promise<MailClaim | null> {
  const id = createId();
  const { numUpdatedRows } = await transaction
    .updateTable('mail_addresses')
    .set({ claim: id, claimed_until: now + leaseMs })
    .where('user_id', '=', row.user_id)
    .where('asked_at', '=', row.asked_at)
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  const address = toAddress(row);
  if (kind === 'confirmation') return { id, address, kind };
  const ofUser = await transaction
    .selectFrom('notices')
    .selectAll()
    .where('user_id', '=', row.user_id)
    .where('mail_settled_at', 'is', null)
    .where('read_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(mostNotices)
    .execute();
  const begun = ofUser.find(({ mail_batch }) => mail_batch !== null)?.mail_batch ?? null;
  const notices = ofUser.filter(({ mail_batch }) => mail_batch === begun);
  if (notices.length === 0) {
    await transaction.updateTable('mail_addresses').set(free).where('claim', '=', id).execute();
    return null;
  }
  const batch = begun ?? id;
  await transaction
    .updateTable('notices')
    .set({ mail_batch: batch })
    .where(
      'id',
      'in',
      notices.map(({ id: noticeId }) => noticeId),
    )
    .execute();
  return { id, address, kind, batch, notices: notices.map(toNotice) };
}

async function settleBatch(transaction: Transaction<Tables>, batch: string, now: number): Promise<void> {
  await transaction
    .updateTable('notices')
    .set({ mail_settled_at: now })
    .where('mail_batch', '=', batch)
    .where('mail_settled_at', 'is', null)
    .execute();
}

/** What waits for a person is not mailed any more. */
async function drop(transaction: Transaction<Tables>, userId: UserId): Promise<void> {
  await transaction
    .updateTable('notices')
    .set((eb) => ({ mail_settled_at: eb.ref('created_at') }))
    .where('user_id', '=', userId)
    .where('mail_settled_at', 'is', null)
    .execute();
}

function toAddress(row: Row): StoredMailAddress {
  return {
    userId: row.user_id,
    address: row.address,
    language: row.language,
    askedAt: row.asked_at,
    confirmationSentAt: row.confirmation_sent_at,
    confirmedAt: row.confirmed_at,
    stoppedAt: row.stopped_at,
    failedAt: row.failed_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
    lastSentAt: row.last_sent_at,
  };
}
