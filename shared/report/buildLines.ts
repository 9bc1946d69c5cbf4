import type { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import { buildReportOrder } from '../model/reportOrder.ts';
import type { ExpenditureRow, Flaw, Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { must } from '../must.ts';
import { rowAddressKey } from './LastChange.ts';
import type { ReportContent } from './ReportContent.ts';
import type { ActivityLine, ExpenditureLine, OrganisationModel } from './ReportLine.ts';
import type { IndicatorModel, ReportModel } from './ReportModel.ts';

/** The lines of both tables, in the order they are printed. `organisations` holds that of every row. */
export function buildLines(
  { directions }: Pick<ReportStructure, 'directions'>,
  organisations: readonly OrganisationModel[],
  indicators: readonly IndicatorModel[],
  { rows, lastChanges }: Pick<ReportContent, 'rows' | 'lastChanges'>,
  planPositionOf: (row: ExpenditureRow) => number | null,
): Pick<ReportModel, 'activities' | 'expenditures'> {
  const directionById = new Map<DirectionId, { id: DirectionId; number: number; title: string }>(
    directions.map(({ id, number, title }) => [id, { id, number, title }]),
  );
  const organisationById = new Map<OrganisationId, OrganisationModel>(
    organisations.map((organisation) => [organisation.id, organisation]),
  );
  const indicatorById = new Map<IndicatorId, NonNullable<ActivityLine['indicator']>>(
    indicators.map(({ id, position, key, title }) => [id, { id, position, key, title }]),
  );

  const organisationOf = (row: Row): OrganisationModel =>
    must(organisationById.get(row.organisationId), 'the organisation of a row');
  const sorted = [...rows].sort(buildReportOrder({ directions, organisations }));

  const activities: ActivityLine[] = [];
  const expenditures: ExpenditureLine[] = [];
  for (const row of sorted) {
    const { directionId } = row.values;
    const base = {
      rowId: row.id,
      direction: (directionId === null ? undefined : directionById.get(directionId)) ?? null,
      organisation: organisationOf(row),
      lastChange:
        lastChanges?.get(rowAddressKey({ organisationId: row.organisationId, rowId: row.id })) ?? null,
    };
    if (row.kind === 'expenditure') {
      expenditures.push({
        ...base,
        kind: row.kind,
        planPosition: planPositionOf(row),
        values: row.values,
        unreadable: readUnreadable(row.flaws),
      });
      continue;
    }
    const { indicatorId } = row.values;
    const indicator = (indicatorId === null ? undefined : indicatorById.get(indicatorId)) ?? null;
    activities.push({
      ...base,
      kind: row.kind,
      indicator,
      values: row.values,
      unreadable: readUnreadable(row.flaws),
    });
  }
  return { activities, expenditures };
}

function readUnreadable<F extends string>(flaws: Partial<Record<F, Flaw>>): Partial<Record<F, string>> {
  const unreadable: Partial<Record<F, string>> = {};
  for (const field in flaws) {
    const flaw = flaws[field];
    if (flaw) unreadable[field] = flaw.raw;
  }
  return unreadable;
}
