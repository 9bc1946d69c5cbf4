import { buildCorrectionRows } from '../corrections/correctionRows.ts';
import { createFigureEngine } from '../figures/FigureEngine.ts';
import type { DirectionId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import { type ReportStructure, readReportUnit } from '../model/structure.ts';
import { computeTotals } from '../totals/TotalsEngine.ts';
import { buildColumnModels } from './buildColumnModels.ts';
import { buildDirectionModels } from './buildDirectionModels.ts';
import { buildFindingModels } from './buildFindingModels.ts';
import { buildIndicatorModels } from './buildIndicatorModels.ts';
import { buildLines } from './buildLines.ts';
import { buildOrganisations } from './buildOrganisations.ts';
import { buildPlanModel } from './buildPlanModel.ts';
import { buildTexts } from './buildTexts.ts';
import { buildTotalsModel } from './buildTotalsModel.ts';
import { describeDecision } from './describeDecision.ts';
import { exampleNote } from './exampleNote.ts';
import type { ReportContent } from './ReportContent.ts';
import type { ReportMeta, ReportModel } from './ReportModel.ts';
import type { TextBlock } from './TextModel.ts';

/**
 * The whole report as it stands, for exporters and the report page. Every number comes from
 * {@link computeTotals}, so a file and the screen cannot differ.
 */
export function buildReportModel(content: ReportContent): ReportModel {
  const { structure, rows, narratives } = content;
  const totals = computeTotals(structure, rows);
  const counted = [...rows, ...buildCorrectionRows(structure)];
  const organisations = buildOrganisations(structure, counted);
  const indicators = buildIndicatorModels(structure, organisations, totals);
  const filled = buildPlanModel(structure, organisations, counted, totals.grand);
  const lines = buildLines(
    structure,
    organisations,
    indicators,
    { ...content, rows: counted },
    (row) => filled?.positionOf(row) ?? null,
  );
  const texts = fillTexts(structure, rows, narratives, lines);
  const written = {
    directions: buildDirectionModels(structure, totals, indicators, texts),
    totals: { ...buildTotalsModel(structure, organisations, totals), indicators },
  };
  return {
    meta: buildMeta(structure),
    ...written,
    plan: filled?.plan ?? null,
    organisations,
    ...lines,
    columns: buildColumnModels(structure.columns, rows),
    findings: buildFindingModels(structure, rows, totals, written),
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
    decisionText: describeDecision(programme),
    community: programme.community,
    programmeYears: firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`,
    unit: readReportUnit(report),
    signatoryPosition: report.signatoryPosition,
    signatoryName: report.signatoryName,
    exampleNote: report.isExample ? exampleNote.uk : null,
  };
}
