import type { Correction } from '../model/correction.ts';
import { OrganisationId, RowId } from '../model/ids.ts';
import { type ActivityRow, buildEmptyValues, type ExpenditureRow, type Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';

/** Under whose name corrections stand where rows stand by organisation: they are nobody's. */
export const correctionsOwner = OrganisationId.parse('zvit-corrections');

/** As the document, which is Ukrainian, names that owner. */
export const correctionsTitle = 'Коригування';

export type CorrectionStructure = Pick<ReportStructure, 'corrections' | 'organisations'>;

/** Whether a row is a correction, and so in no sheet. */
export function isCorrectionRow({ organisationId }: Pick<Row, 'organisationId'>): boolean {
  return organisationId === correctionsOwner;
}

/**
 * Corrections as rows of the two tables, in their order: what counts rows counts them as well, and what
 * lists rows shows them. They stand in no sheet, and no check of a row is about them.
 */
export function buildCorrectionRows({ corrections, organisations }: CorrectionStructure): Row[] {
  return corrections.map((correction, index) => {
    const base = {
      id: RowId.parse(correction.id),
      organisationId: correctionsOwner,
      order: String(index).padStart(4, '0'),
      flaws: {},
    };
    const note = describeOrganisations(correction, organisations);
    return correction.subject.of === 'indicator'
      ? buildActivity(base, correction, correction.subject, note)
      : buildExpenditure(base, correction, correction.subject, note);
  });
}

type Base = Pick<Row, 'id' | 'organisationId' | 'order'> & { flaws: Record<string, never> };
type Subject<Of extends Correction['subject']['of']> = Extract<Correction['subject'], { of: Of }>;

function buildActivity(
  base: Base,
  { directionId, reason }: Correction,
  { indicatorId, quantity }: Subject<'indicator'>,
  note: string | null,
): ActivityRow {
  const values = {
    ...buildEmptyValues('activity'),
    directionId,
    indicatorId,
    content: reason,
    quantity,
    note,
  };
  return { ...base, kind: 'activity', values };
}

function buildExpenditure(
  base: Base,
  { directionId, reason }: Correction,
  { fund, kpkvk, kekv, plannedMinor, actualMinor }: Subject<'money'>,
  note: string | null,
): ExpenditureRow {
  const amounts = { fund, kpkvk, kekv, plannedMinor, actualMinor };
  const values = { ...buildEmptyValues('expenditure'), directionId, measure: reason, ...amounts, note };
  return { ...base, kind: 'expenditure', values };
}

function describeOrganisations(
  { organisationIds }: Correction,
  organisations: CorrectionStructure['organisations'],
): string | null {
  const names = organisations.filter(({ id }) => organisationIds.includes(id)).map((one) => one.shortName);
  return names.length === 0 ? null : `Стосується: ${names.join(', ')}`;
}
