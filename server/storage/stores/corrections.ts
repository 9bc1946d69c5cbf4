import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Correction } from '#shared/model/correction.ts';
import { OrganisationId, type ReportId } from '#shared/model/ids.ts';
import type { Tables } from '../Tables.ts';
import { inPieces } from './inPieces.ts';

/** The corrections of a report, in their order, with the names of who made them. */
export async function readCorrections(db: Kysely<Tables>, reportId: ReportId): Promise<Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .innerJoin('users', 'users.id', 'corrections.made_by')
    .selectAll('corrections')
    .select('users.name')
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    directionId: row.direction_id,
    subject: toSubject(row),
    reason: row.reason,
    organisationIds: z.array(OrganisationId).parse(JSON.parse(row.organisation_ids)),
    madeBy: { id: row.made_by, name: row.name },
    madeAt: new Date(row.made_at).toISOString(),
  }));
}

/** All of them, in the place of what stood there. */
export async function writeCorrections(
  transaction: Transaction<Tables>,
  reportId: ReportId,
  corrections: readonly Correction[],
): Promise<void> {
  await transaction.deleteFrom('corrections').where('report_id', '=', reportId).execute();
  const rows = corrections.map((correction, position) => ({
    report_id: reportId,
    id: correction.id,
    position,
    direction_id: correction.directionId,
    ...fromSubject(correction.subject),
    reason: correction.reason,
    organisation_ids: JSON.stringify(correction.organisationIds),
    made_by: correction.madeBy.id,
    made_at: Date.parse(correction.madeAt),
  }));
  for (const piece of inPieces(rows)) await transaction.insertInto('corrections').values(piece).execute();
}

type SubjectColumns = Pick<
  Tables['corrections'],
  'indicator_id' | 'quantity' | 'fund' | 'kpkvk' | 'kekv' | 'planned' | 'actual'
>;

/** The database holds each row to be of one of the two. */
function toSubject(row: SubjectColumns): Correction['subject'] {
  if (row.indicator_id !== null && row.quantity !== null) {
    return { of: 'indicator', indicatorId: row.indicator_id, quantity: row.quantity };
  }
  const { fund, kpkvk, kekv, planned, actual } = row;
  return { of: 'money', fund, kpkvk, kekv, plannedMinor: planned, actualMinor: actual };
}

function fromSubject(subject: Correction['subject']): SubjectColumns {
  if (subject.of === 'indicator') {
    const none = { fund: null, kpkvk: null, kekv: null, planned: null, actual: null };
    return { indicator_id: subject.indicatorId, quantity: subject.quantity, ...none };
  }
  const { fund, kpkvk, kekv, plannedMinor, actualMinor } = subject;
  const money = { fund, kpkvk, kekv, planned: plannedMinor, actual: actualMinor };
  return { indicator_id: null, quantity: null, ...money };
}
