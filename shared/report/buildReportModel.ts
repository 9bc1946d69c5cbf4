import { createFigureEngine } from '../figures/FigureEngine.ts';
import type { DirectionId, OrganisationId } from '../model/ids.ts';
import { Fund, type Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { type MoneySums, noMoney, type Totals } from '../totals/Totals.ts';
import { computeTotals } from '../totals/TotalsEngine.ts';
import { buildIndicatorModels } from './buildIndicatorModels.ts';
import { buildLines } from './buildLines.ts';
import { buildMoneyModel } from './buildMoneyModel.ts';
import { buildTexts } from './buildTexts.ts';
import { exampleNote } from './exampleNote.ts';
import type { ReportContent } from './ReportContent.ts';
import type { MoneyModel, OrganisationModel } from './ReportLine.ts';
import type { ReportMeta, ReportModel, TotalsModel } from './ReportModel.ts';
import type { TextBlock } from './TextModel.ts';

/**
 * The whole report as it stands, for exporters and the report page. Every number comes from
 * {@link computeTotals}, so a file and the screen cannot differ.
 */
export function buildReportModel({ structure, rows, narratives }: ReportContent): ReportModel {
  const totals = computeTotals(structure, rows);
  const organisations = buildOrganisations(structure, rows);
  const indicators = buildIndicatorModels(structure, organisations, totals);
  const lines = buildLines(structure, organisations, indicators, rows);
  const texts = fillTexts(structure, rows, narratives, lines);
  return {
    meta: buildMeta(structure),
    directions: structure.directions.map(({ id, number, title }) => ({
      id,
      number,
      title,
      money: buildMoneyModel(totals.byDirection.get(id)),
      activityCount: totals.activityCounts.get(id) ?? 0,
      indicators: indicators.filter(({ directionId }) => directionId === id),
      text: texts.get(id) ?? [],
    })),
    organisations,
    ...lines,
    totals: { ...buildTotals(structure, organisations, totals), indicators },
  };
}

/** Figures are counted only where there is a text to print them. */
function fillTexts(
  structure: ReportStructure,
  rows: readonly Row[],
  narratives: ReportContent['narratives'],
  lines: ReturnType<typeof buildLines>,
): Map<DirectionId, TextBlock[]> {
  if (narratives.size === 0) return new Map();
  const engine = createFigureEngine(structure);
  engine.apply(rows.map((row) => ({ rowId: row.id, row })));
  const inOrder = structure.directions.map(({ id }) => id);
  return buildTexts(inOrder, narratives, engine, lines);
}

function buildMeta({ report, programme }: ReportStructure): ReportMeta {
  const [firstYear] = programme.periodStart.split('-');
  const [lastYear] = programme.periodEnd.split('-');
  return {
    reportId: report.id,
    year: report.year,
    title: report.title,
    programme,
    programmeTitle: programme.title,
    community: programme.community,
    programmeYears: firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`,
    signatoryPosition: report.signatoryPosition,
    exampleNote: report.isExample ? exampleNote.uk : null,
  };
}

/** Rows of an organisation that has left the report still count in its totals, so it is listed. */
function buildOrganisations(structure: ReportStructure, rows: readonly Row[]): OrganisationModel[] {
  const organisations: OrganisationModel[] = structure.organisations.map(
    ({ id, name, shortName, kind }, index) => ({ id, position: index + 1, name, shortName, kind }),
  );
  const known = new Set<OrganisationId>(organisations.map(({ id }) => id));
  const strangers = [...new Set(rows.map(({ organisationId }) => organisationId))]
    .filter((id) => !known.has(id))
    .sort();
  for (const id of strangers) {
    organisations.push({ id, position: organisations.length + 1, name: id, shortName: id, kind: null });
  }
  return organisations;
}

function buildTotals(
  structure: ReportStructure,
  organisations: readonly OrganisationModel[],
  totals: Totals,
): Omit<TotalsModel, 'indicators'> {
  return {
    grand: buildMoneyModel(totals.grand),
    withoutDirection: totals.withoutDirection.rowCount > 0 ? buildMoneyModel(totals.withoutDirection) : null,
    byOrganisation: organisations.map((organisation) => ({
      organisation,
      money: buildMoneyModel(totals.byOrganisation.get(organisation.id)),
    })),
    matrix: buildMatrix(structure, organisations, totals),
    byFund: Fund.options.flatMap((fund) => {
      const sums = totals.byFund.get(fund);
      return sums ? [{ fund, money: buildMoneyModel(sums) }] : [];
    }),
    byKpkvk: buildByCode(totals.byKpkvk),
    byKekv: buildByCode(totals.byKekv),
    activityCount: totals.activityCount,
  };
}

function buildMatrix(
  { directions }: ReportStructure,
  organisations: readonly OrganisationModel[],
  totals: Totals,
): TotalsModel['matrix'] {
  const cells: TotalsModel['matrix'] = [];
  const add = (directionId: DirectionId | null, organisationId: OrganisationId, sums: MoneySums): void => {
    if (sums.rowCount > 0) cells.push({ directionId, organisationId, money: buildMoneyModel(sums) });
  };
  for (const { id: organisationId } of organisations) {
    const rest = { ...(totals.byOrganisation.get(organisationId) ?? noMoney) };
    for (const { id: directionId } of directions) {
      const sums = totals.byDirectionOrganisation.get(directionId)?.get(organisationId) ?? noMoney;
      add(directionId, organisationId, sums);
      rest.plannedMinor -= sums.plannedMinor;
      rest.actualMinor -= sums.actualMinor;
      rest.rowCount -= sums.rowCount;
    }
    // What no direction of the report holds is without one.
    add(null, organisationId, rest);
  }
  return cells;
}

function buildByCode(byCode: ReadonlyMap<string, MoneySums>): { code: string; money: MoneyModel }[] {
  return [...byCode]
    .map(([code, sums]) => ({ code, money: buildMoneyModel(sums) }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
