import type { NewThread } from '#server/storage/CommentStore.ts';
import { CommentId, ThreadId } from '#shared/api/comments.ts';
import type { BudgetLine } from '#shared/model/budget.ts';
import { createId, ReportId, UserId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportContent } from '#shared/report/ReportContent.ts';
import { buildLargeReport } from '../exports/buildLargeReport.ts';
import { renameReport } from './storeReport.ts';

export type BusyReport = { content: ReportContent; threads: NewThread[] };

const everyFlawed = 20;
const everyDiscussed = 30;

/** A report in the middle of its year: a plan, rows of which every twentieth has something wrong, and talk about some. */
export function buildBusyReport(
  rows: number,
  size: { organisations: number; directions: number },
): BusyReport {
  const reportId = ReportId.parse('busy');
  const content = renameReport(buildLargeReport(rows, size), reportId, 2020);
  const { structure } = content;
  const budget = structure.directions.flatMap(({ id: directionId }) =>
    structure.organisations.flatMap(({ id: organisationId }) =>
      ['2210', '2240'].map(
        (kekv): BudgetLine => ({
          directionId,
          organisationId,
          fund: 'general',
          kpkvk: '0210180',
          kekv,
          amountMinor: 5_000_000,
        }),
      ),
    ),
  );
  return {
    content: {
      ...content,
      structure: { ...structure, budget },
      rows: content.rows.map((row, index) => (index % everyFlawed < 2 ? spoil(row) : row)),
    },
    threads: content.rows
      .filter((_, index) => index % everyDiscussed === 0)
      .map((row) => discuss(reportId, row)),
  };
}

/** Without what is required beside what stands there. */
function spoil(row: Row): Row {
  return row.kind === 'activity'
    ? { ...row, values: { ...row.values, quantity: null } }
    : { ...row, values: { ...row.values, reason: null } };
}

function discuss(reportId: ReportId, { id, organisationId, kind }: Row): NewThread {
  const createdAt = Date.UTC(2020, 6, 1);
  return {
    id: ThreadId.parse(createId()),
    reportId,
    place: { kind: 'row', organisationId, table: kind, rowId: id },
    title: 'Зустріч із жителями мікрорайону',
    quote: null,
    createdAt,
    comment: {
      id: CommentId.parse(createId()),
      userId: UserId.parse('somebody'),
      createdAt,
      text: 'Уточніть, будь ласка, за яким договором це оплачено.',
      mentions: [],
    },
  };
}
