import type { Transaction } from 'kysely';
import { AppError } from '#shared/errors/AppError.ts';
import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { DatabaseAccess, DatabaseDialect } from '../DatabaseAccess.ts';
import type { NewTransition, StoredExplanation, StoredTransition, SubmissionStore } from '../Storage.ts';
import { computeTransitionHash } from '../stepChain.ts';
import type { Tables } from '../Tables.ts';
import type { JournalAppender } from './createJournalAppender.ts';
import { insertNotices } from './insertNotices.ts';
import { lockOpenReport } from './lockOpenReport.ts';

export function createSubmissionStore(
  { run, transact, dialect }: DatabaseAccess,
  appender: JournalAppender,
): SubmissionStore {
  return {
    transit: (transition, notices = []) =>
      transact(async (transaction) => {
        await lockOpenReport(transaction, dialect, transition.reportId, 'beside');
        const status = await readStatus(transaction, transition, dialect);
        if (status !== transition.from) throw new AppError(`submission.now-${status}`);
        await appender.appendWithin(transaction, [transition.entry]);
        await insertNotices(transaction, notices);
        return insertTransition(transaction, transition);
      }),

    listTransitions: async (reportId, organisationId) => {
      const rows = await run((db) =>
        db
          .selectFrom('sheet_transitions')
          .selectAll()
          .where('report_id', '=', reportId)
          .$if(organisationId !== undefined, (query) =>
            query.where('organisation_id', '=', organisationId ?? null),
          )
          .orderBy('organisation_id')
          .orderBy('number')
          .execute(),
      );
      return rows.map(toTransition);
    },

    listExplanations: async (reportId, organisationId) => {
      const rows = await run((db) =>
        db
          .selectFrom('finding_explanations')
          .selectAll()
          .where('report_id', '=', reportId)
          .$if(organisationId !== undefined, (query) =>
            query.where('organisation_id', '=', organisationId ?? null),
          )
          .orderBy('organisation_id')
          .orderBy('finding_key')
          .execute(),
      );
      return rows.map(toExplanation);
    },

    explain: (explanation) =>
      transact(async (transaction) => {
        await lockOpenReport(transaction, dialect, explanation.reportId, 'beside');
        await readStatus(transaction, explanation, dialect);
        const { text, userId: user_id, time, sequence } = explanation;
        await transaction
          .insertInto('finding_explanations')
          .values({
            report_id: explanation.reportId,
            organisation_id: explanation.organisationId,
            finding_key: explanation.findingKey,
            text,
            user_id,
            time,
            sequence,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['report_id', 'organisation_id', 'finding_key'])
              .doUpdateSet({ text, user_id, time, sequence }),
          )
          .execute();
      }),

    removeExplanations: async (reportId, organisationId, findingKeys, sequence) => {
      if (findingKeys.length === 0) return;
      await run((db) =>
        db
          .deleteFrom('finding_explanations')
          .where('report_id', '=', reportId)
          .where('organisation_id', '=', organisationId)
          .where('finding_key', 'in', findingKeys)
          .where('sequence', '<=', sequence)
          .execute(),
      );
    },
  };
}

/** In PostgreSQL whoever asks second waits here until the first is done, and reads what then stands. */
async function readStatus(
  transaction: Transaction<Tables>,
  { reportId, organisationId }: { reportId: ReportId; organisationId: OrganisationId },
  dialect: DatabaseDialect,
) {
  const row = await transaction
    .selectFrom('sheets')
    .select('status')
    .where('report_id', '=', reportId)
    .where('organisation_id', '=', organisationId)
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) throw new AppError('document.unknown');
  return row.status;
}

/** A trigger gives the sheet its state. */
async function insertTransition(
  transaction: Transaction<Tables>,
  { entry, ...transition }: NewTransition,
): Promise<StoredTransition> {
  const { reportId, organisationId } = transition;
  const last = await transaction
    .selectFrom('sheet_transitions')
    .select(['number', 'hash'])
    .where('report_id', '=', reportId)
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  const { time, sequence } = entry;
  const taken = { ...transition, number, time, sequence };
  const hash = computeTransitionHash(taken, entry.hash, last?.hash ?? null);
  await transaction
    .insertInto('sheet_transitions')
    .values({
      report_id: reportId,
      organisation_id: organisationId,
      number,
      step: transition.step,
      from_status: transition.from,
      to_status: transition.to,
      user_id: transition.userId,
      time,
      note: transition.note,
      content_hash: transition.contentHash,
      sequence,
      hash,
    })
    .execute();
  return { ...taken, hash };
}

function toTransition(row: Tables['sheet_transitions']): StoredTransition {
  return {
    reportId: row.report_id,
    organisationId: row.organisation_id,
    number: row.number,
    step: row.step,
    from: row.from_status,
    to: row.to_status,
    userId: row.user_id,
    time: row.time,
    note: row.note,
    contentHash: row.content_hash,
    sequence: row.sequence,
    // A copy from before has no such column.
    hash: row.hash ?? null,
  };
}

function toExplanation(row: Tables['finding_explanations']): StoredExplanation {
  return {
    reportId: row.report_id,
    organisationId: row.organisation_id,
    findingKey: row.finding_key,
    text: row.text,
    userId: row.user_id,
    time: row.time,
    sequence: row.sequence,
  };
}
