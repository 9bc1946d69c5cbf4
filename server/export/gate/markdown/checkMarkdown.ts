import MarkdownIt from 'markdown-it';
import { parseFragment } from 'parse5';
import type { Comparison } from '#shared/footing/Comparison.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { compareTexts } from '../compareTexts.ts';
import type { FoundTable } from '../FoundTable.ts';
import {
  expectActivities,
  expectExpenditures,
  expectGroupSums,
  listTotalTables,
} from '../html/pageTables.ts';
import {
  buildFoundTable,
  type HtmlElement,
  type HtmlNode,
  readRows,
  readText,
} from '../html/readElements.ts';
import { readPieces } from '../html/readPieces.ts';
import { inUnit } from '../inUnit.ts';
import { pickRows } from '../pickRows.ts';
import { isNumbered } from '../printedTables.ts';

/** Markdown as a page makes it out: CommonMark with GFM's tables, turned into HTML and read as that. */
export function checkMarkdown(comparison: Comparison, model: ReportModel, bytes: Uint8Array): void {
  // The writer's own breaks and emphasis are HTML; texts are escaped.
  const markup = new MarkdownIt({ html: true }).render(new TextDecoder().decode(bytes));
  const { childNodes } = parseFragment(markup);
  const heads = ['Зведення', 'Заходи', 'Видатки'].map((head) =>
    childNodes.findLastIndex((node) => 'tagName' in node && node.tagName === 'h2' && readText(node) === head),
  );
  const [totals = -1, activities = -1, expenditures = -1] = heads;
  if (totals < 0 || activities < totals || expenditures < activities)
    throw new Error('a section is not there');
  compareTexts(comparison, model, readPieces(childNodes.slice(0, totals)), {
    partsCells: false,
    omitsNestedRows: true,
  });

  const found = readTables(childNodes.slice(totals, activities), 'Зведення');
  const expected = listTotalTables(model, { leavesEmptySumsBlank: false });
  for (const [index, table] of expected.entries())
    compareTable(comparison, inUnit(table, model), found[index]);
  for (const extra of found.slice(expected.length))
    comparison.compare(extra.placeOf(0, 0), null, extra.header.join('; '));

  const [held] = readTables(childNodes.slice(activities, expenditures), 'Заходи');
  compareTable(comparison, inUnit(expectActivities(model), model), held);
  const [spent] = readTables(childNodes.slice(expenditures), 'Видатки');
  compareTable(comparison, inUnit(expectExpenditures(model), model), spent && pickRows(spent, isNumbered));
  if (model.expenditures.length === 0) return;
  const sums = expectGroupSums([model.expenditures]);
  compareTable(comparison, inUnit(sums, model), spent && pickRows(spent, (cells) => !isNumbered(cells)));
}

function readTables(nodes: readonly HtmlNode[], section: string): FoundTable[] {
  const tables = nodes.filter((node): node is HtmlElement => 'tagName' in node && node.tagName === 'table');
  return tables.map((table, index) => {
    const rows = readRows(table);
    const name = tables.length > 1 ? `«${section}», таблиця ${index + 1}` : `«${section}»`;
    return buildFoundTable(rows, (row, header) => `${name}, рядок ${rows.indexOf(row)}, «${header}»`);
  });
}
