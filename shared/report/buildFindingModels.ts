import type { Finding } from '../checks/Finding.ts';
import { computeFindings } from '../checks/findings.ts';
import { formatFinding } from '../checks/findingTexts.ts';
import { orderFindings } from '../checks/orderFindings.ts';
import { findTextFindings } from '../checks/text/findTextFindings.ts';
import { formatTextFinding } from '../checks/text/textFindingTexts.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import type { FindingModel, FindingPlace } from './FindingModel.ts';
import type { ReportModel } from './ReportModel.ts';

/** Everything the checks have to say: what blocks a final file, then errors, then what should be looked at again. */
export function buildFindingModels(
  structure: ReportStructure,
  rows: readonly Row[],
  totals: Totals,
  written: Pick<ReportModel, 'directions' | 'totals'>,
): FindingModel[] {
  const ofText = buildTextFindings(written);
  const ofRows = buildRowFindings(structure, rows, totals);
  return [
    ...ofText.filter(({ severity }) => severity === 'blocks'),
    ...ofRows,
    ...ofText.filter(({ severity }) => severity !== 'blocks'),
  ];
}

function buildTextFindings(written: Pick<ReportModel, 'directions' | 'totals'>): FindingModel[] {
  const numbers = new Map(written.directions.map(({ id, number }) => [id, number]));
  return findTextFindings(written).map((finding) => ({
    severity: finding.severity === 'blocks' ? 'blocks' : 'warning',
    text: formatTextFinding(finding, 'uk'),
    organisationId: null,
    place: { in: 'text', directionNumber: numbers.get(finding.place.directionId) ?? 0 },
  }));
}

function buildRowFindings(structure: ReportStructure, rows: readonly Row[], totals: Totals): FindingModel[] {
  // A row's id is its own in its sheet only.
  const byPlace = new Map(rows.map((row) => [`${row.organisationId}/${row.id}`, row]));
  const findRow = ({ organisationId, rowId }: Finding) => byPlace.get(`${organisationId}/${rowId}`);
  return orderFindings(computeFindings(structure, rows, totals), findRow).map((finding) => ({
    severity: finding.severity,
    text: formatFinding(finding, 'uk'),
    organisationId: finding.organisationId,
    place: readPlace(finding, findRow(finding)),
  }));
}

function readPlace({ field }: Finding, row: Row | undefined): FindingPlace {
  if (row === undefined) return { in: 'totals' };
  return { in: 'row', table: row.kind, rowId: row.id, field };
}
