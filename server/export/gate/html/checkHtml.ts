import { parse } from 'parse5';
import type { Comparison } from '#shared/footing/Comparison.ts';
import { must } from '#shared/must.ts';
import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { compareTexts } from '../compareTexts.ts';
import { groupByDirection } from '../expectedSums.ts';
import type { FoundTable } from '../FoundTable.ts';
import { inUnit } from '../inUnit.ts';
import { expectActivities, expectExpenditures, expectGroupSums, listTotalTables } from './pageTables.ts';
import { buildFoundTable, findElements, type HtmlElement, readAttribute, readRows } from './readElements.ts';
import { readPieces } from './readPieces.ts';

/** The page by the parser of the standard: text, totals and rows. */
export function checkHtml(comparison: Comparison, model: ReportModel, bytes: Uint8Array): void {
  const page = parse(new TextDecoder().decode(bytes));
  const find = (id: string) =>
    must(findElements(page, (element) => readAttribute(element, 'id') === id)[0], id);
  const paper = findElements(page, ({ tagName }) => tagName === 'article')[0];
  compareTexts(comparison, model, readPieces(must(paper, 'article').childNodes), {
    partsCells: false,
    omitsNestedRows: false,
  });

  const totals = findElements(find('totals'), isTable);
  const expected = listTotalTables(model, { leavesEmptySumsBlank: true });
  for (const [index, table] of expected.entries()) {
    const found = totals[index];
    compareTable(comparison, inUnit(table, model), found && readTotals(found, table.name));
  }
  for (const extra of totals.slice(expected.length))
    comparison.compare('#totals', null, readRows(extra)[0]?.cells.join('; ') ?? '');

  const tables = (id: string) => findElements(find(id), isTable);
  compareTable(comparison, inUnit(expectActivities(model), model), readLines(tables('activities'), false));
  const expenditures = tables('expenditures');
  compareTable(comparison, inUnit(expectExpenditures(model), model), readLines(expenditures, false));
  const groups = groupByDirection(model.expenditures).flatMap((lines) => [
    ...groupByOrganisation(lines),
    lines,
  ]);
  compareTable(comparison, inUnit(expectGroupSums(groups), model), readLines(expenditures, true));
}

function isTable({ tagName }: HtmlElement): boolean {
  return tagName === 'table';
}

function readTotals(table: HtmlElement, name: string): FoundTable {
  const rows = readRows(table);
  return buildFoundTable(
    rows,
    (row, header) => `#totals, «${name}», рядок ${rows.indexOf(row)}, «${header}»`,
  );
}

/** Lines of data or sums of all directions, as one table. */
function readLines(tables: readonly HtmlElement[], isSum: boolean): FoundTable | undefined {
  const all = tables.map(readRows);
  const [first] = all;
  if (first === undefined) return undefined;
  const rows = all.flatMap(([, ...own]) =>
    own.filter(({ element }) => (readAttribute(element, 'class') === 'sum') === isSum),
  );
  return buildFoundTable([...first.slice(0, 1), ...rows], ({ element, cells }, header) => {
    const id = readAttribute(element, 'id');
    return `${id === null ? cells.find((cell) => cell !== '') : `#${id}`}, «${header}»`;
  });
}

function groupByOrganisation(lines: readonly ExpenditureLine[]): ExpenditureLine[][] {
  const groups: ExpenditureLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last[0]?.organisation.id === line.organisation.id) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
