import { writeSide } from '#client/compare/Side.ts';
import { sectionId } from '#client/report/sectionId.ts';
import type { ThreadAnswer } from '#shared/api/comments.ts';
import { mailPages } from '#shared/api/mail.ts';
import type { DirectionId, OrganisationId, ReportId, RowId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { TotalSelection } from '#shared/totals/totalRows.ts';
import { type RowFilter, writeRowFilter } from './RowFilter.ts';

/** Addresses of the pages, in one place. */
export const pagePaths = {
  home: '/',
  signIn: '/sign-in',
  setup: '/setup',
  join: '/join',
  secure: '/secure',
  profile: '/profile',
  mailConfirm: mailPages.confirm,
  mailStop: mailPages.stop,
  users: '/users',
  organisations: '/organisations',
  programmes: '/programmes',
  newReport: '/reports/new',
} as const;

/** Where a report is checked and taken away as files; no tab of its own. */
export function exportLink(reportId: ReportId): string {
  return `/reports/${reportId}/export`;
}

/** Where a report is closed, with its versions. */
export function finalisingLink(reportId: ReportId): string {
  return `/reports/${reportId}/finalising`;
}

export const reportTabs = ['activities', 'expenditures', 'control', 'report'] as const;
export type ReportTab = (typeof reportTabs)[number];

export function reportLink(reportId: ReportId, tab: ReportTab): string {
  return `/reports/${reportId}/${tab}`;
}

export function propertiesLink(reportId: ReportId): string {
  return `/reports/${reportId}/properties`;
}

/** Directions, indicators and organisations of a report. */
export function structureLink(reportId: ReportId): string {
  return `/reports/${reportId}/structure`;
}

/** The approved plan of a report, line by line. */
export function budgetLink(reportId: ReportId): string {
  return `/reports/${reportId}/plan`;
}

export function compareLink(reportId: ReportId): string {
  return `/reports/${reportId}/compare`;
}

/** A moment (milliseconds) compared with how the report stands. */
export function comparedLink(reportId: ReportId, time: number): string {
  const sides = { before: writeSide({ reportId, time }), after: writeSide({ reportId, time: null }) };
  return withQuery(compareLink(reportId), new URLSearchParams(sides));
}

/** What others changed since the reader last looked. */
export function newsLink(reportId: ReportId): string {
  return `/reports/${reportId}/news`;
}

/** Who changed what, narrowed to what is named. */
export function historyLink(
  reportId: ReportId,
  to: { organisation?: OrganisationId; row?: RowId } = {},
): string {
  return withQuery(`/reports/${reportId}/history`, new URLSearchParams(to));
}

/** A table as it was at a moment (milliseconds), of one sheet or of all; without a moment the page offers them. */
export function pastLink(
  reportId: ReportId,
  to: { time?: number; table?: TableKind; organisation?: OrganisationId } = {},
): string {
  const { time, ...rest } = to;
  const query = new URLSearchParams(rest);
  if (time !== undefined) query.set('time', String(time));
  return withQuery(`/reports/${reportId}/past`, query);
}

export function tableTab(table: TableKind): ReportTab {
  return table === 'activity' ? 'activities' : 'expenditures';
}

/** The grid with the rows behind a number, or with the rows named, and only them. */
export function rowsLink(
  reportId: ReportId,
  table: TableKind,
  selection: Partial<TotalSelection> & { rows?: readonly RowId[] },
): string {
  const filter: Partial<RowFilter> = {
    directions: selection.directionId === undefined ? [] : [selection.directionId ?? 'none'],
    organisations: selection.organisationId === undefined ? [] : [selection.organisationId],
    funds: selection.fund === undefined ? [] : [selection.fund],
    indicator: selection.indicatorId ?? null,
    kpkvk: selection.kpkvk ?? null,
    kekv: selection.kekv ?? null,
    isCounted: selection.measure === 'indicator',
    rows: [...(selection.rows ?? [])],
  };
  return withQuery(reportLink(reportId, tableTab(table)), writeRowFilter(filter));
}

/** The grid, unfiltered, with the focus in this row: in one of its cells when a field is named. */
export function rowLink(
  reportId: ReportId,
  table: TableKind,
  rowId: RowId,
  field: Field | null = null,
): string {
  const query = new URLSearchParams({ row: rowId });
  if (field !== null) query.set('field', field);
  return withQuery(reportLink(reportId, tableTab(table)), query);
}

/** The text of a direction. */
export function directionLink(reportId: ReportId, directionId: DirectionId): string {
  return `${reportLink(reportId, 'report')}#${sectionId(directionId)}`;
}

/** A paragraph of it, by the indices that lead there from the text down. */
export function paragraphLink(reportId: ReportId, directionId: DirectionId, path: readonly number[]): string {
  const query = new URLSearchParams({ text: directionId, at: path.join('.') });
  return withQuery(reportLink(reportId, 'report'), query);
}

/** The grid with the list of findings beside it: those that this organisation can mend. */
export function findingsLink(reportId: ReportId, table: TableKind, organisationId: OrganisationId): string {
  return withQuery(
    reportLink(reportId, tableTab(table)),
    new URLSearchParams({ panel: 'findings', of: organisationId }),
  );
}

/** The grid with the list of what changed in this organisation's sheet since it was accepted. */
export function changesLink(reportId: ReportId, organisationId: OrganisationId): string {
  return withQuery(
    reportLink(reportId, tableTab('activity')),
    new URLSearchParams({ panel: 'changes', of: organisationId }),
  );
}

/** All that is being discussed in a report. */
export function commentsLink(reportId: ReportId): string {
  return `/reports/${reportId}/comments`;
}

/** The place of a thread, with the thread beside it. */
export function threadLink(reportId: ReportId, { id, place }: Pick<ThreadAnswer, 'id' | 'place'>): string {
  if (place.kind === 'paragraph' || place.kind === 'figure') {
    return withQuery(reportLink(reportId, 'report'), new URLSearchParams({ thread: id }));
  }
  const query = new URLSearchParams({ row: place.rowId, panel: 'comments', thread: id });
  if (place.kind === 'cell') query.set('field', place.field);
  return withQuery(reportLink(reportId, tableTab(place.table)), query);
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
