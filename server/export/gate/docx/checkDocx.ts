import type { Comparison } from '#shared/footing/Comparison.ts';
import { must } from '#shared/must.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { compareTexts } from '../compareTexts.ts';
import type { FoundTable } from '../FoundTable.ts';
import { inUnit } from '../inUnit.ts';
import { pickRows } from '../pickRows.ts';
import {
  expectActivityLines,
  expectExpenditureLines,
  expectExpenditureSums,
  isNumbered,
  listSumTables,
} from '../printedTables.ts';
import { readZip } from '../readZip.ts';
import type { TextPiece } from '../TextTrail.ts';
import { type BodyTable, readBody } from './readBody.ts';

/** A Word document by its XML: the text, and the annexes after it. */
export function checkDocx(comparison: Comparison, model: ReportModel, bytes: Uint8Array): void {
  const files = readZip(bytes);
  const blocks = readBody(must(files.get('word/document.xml'), 'word/document.xml'));
  const annexes = blocks.findLastIndex((block) => block.type === 'paragraph' && block.text === 'Додаток 1');
  if (annexes < 0) throw new Error('«Додаток 1» is not there');

  const pieces: TextPiece[] = [];
  const tables: FoundTable[] = [];
  let paragraphs = 0;
  let tableCount = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'table') tableCount += 1;
    else paragraphs += 1;
    if (index >= annexes) {
      if (block.type === 'table') tables.push(readTable(block, tableCount));
    } else if (block.type === 'paragraph') {
      pieces.push({ text: block.text, place: `абзац ${paragraphs}` });
    } else {
      for (const [row, cells] of block.rows.entries())
        pieces.push({ text: cells.join('\n'), place: `таблиця ${tableCount}, рядок ${row + 1}` });
    }
  }
  compareTexts(comparison, model, pieces, { partsCells: false, omitsNestedRows: false });

  const [activities, expenditures, ...sums] = tables;
  compareTable(
    comparison,
    inUnit(expectActivityLines(model), model),
    activities && pickRows(activities, isNumbered),
  );
  compareTable(
    comparison,
    inUnit(expectExpenditureLines(model), model),
    expenditures && pickRows(expenditures, isNumbered),
  );
  const isSum = (cells: FoundTable['rows'][number]) => cells.length > 1 && !isNumbered(cells);
  compareTable(
    comparison,
    inUnit(expectExpenditureSums(model), model),
    expenditures && pickRows(expenditures, isSum),
  );
  const expected = listSumTables(model);
  for (const [index, table] of expected.entries())
    compareTable(comparison, inUnit(table, model), sums[index]);
  for (const extra of sums.slice(expected.length)) comparison.compare(extra.placeOf(0, 0), null, 'таблиця');
}

function readTable({ rows: [header = [], ...rows] }: BodyTable, number: number): FoundTable {
  return {
    header,
    rows,
    placeOf: (row, column) => `таблиця ${number}, рядок ${row + 2}, «${header[column] ?? column + 1}»`,
  };
}
