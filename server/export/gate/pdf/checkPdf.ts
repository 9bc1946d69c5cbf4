import type { Comparison } from '#shared/footing/Comparison.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { compareTable } from '../compareTable.ts';
import { compareTexts } from '../compareTexts.ts';
import type { ExpectedTable } from '../ExpectedTable.ts';
import { amountHeaders } from '../expectedRows.ts';
import type { FoundTable } from '../FoundTable.ts';
import { inUnit, renameHeader } from '../inUnit.ts';
import { pickRows } from '../pickRows.ts';
import {
  expectActivityLines,
  expectExpenditureLines,
  expectExpenditureSums,
  isNumbered,
  listSumTables,
} from '../printedTables.ts';
import type { TextPiece } from '../TextTrail.ts';
import { PageTables } from './PageTables.ts';
import { readPages } from './readPages.ts';

const annexHeaders = [
  [
    '№',
    'Захід',
    'Виконавець',
    'Джерело фінансування',
    'КПКВК',
    'КЕКВ',
    ...amountHeaders,
    'Документ, примітка',
  ],
  [
    '№',
    'Зміст заходу',
    'Виконавець',
    'Дата або період',
    'Показник',
    'Кількість',
    'Форма',
    'Стан',
    'Примітка',
  ],
];
const sumHeaders: Readonly<Record<string, readonly string[]>> = {
  'Видатки за напрямами та виконавцями': ['Напрям, виконавець', ...amountHeaders, 'Виконання'],
  'Видатки за виконавцями': ['Виконавець', ...amountHeaders, 'Виконання'],
  'Видатки за джерелами фінансування': ['Джерело фінансування', ...amountHeaders, 'Виконання'],
  'Видатки за КПКВК': ['КПКВК', ...amountHeaders, 'Виконання'],
  'Видатки за КЕКВ': ['КЕКВ', ...amountHeaders, 'Виконання'],
  'Виконання затвердженого плану': [
    'Рядок плану',
    'Затверджено, грн',
    'Заплановано, грн',
    'Фактично, грн',
    'Залишок, грн',
    'Виконання плану',
  ],
  Показники: ['№ напряму', 'Показник', 'Значення', 'У тексті звіту'],
};
const captions: ReadonlySet<string> = new Set(Object.keys(sumHeaders));

/** A PDF by the most used reader: the text, and the annexes after it, page by page. */
export async function checkPdf(comparison: Comparison, model: ReportModel, bytes: Uint8Array): Promise<void> {
  const pieces: TextPiece[] = [];
  const headers = [...annexHeaders, ...Object.values(sumHeaders)];
  const tables = new PageTables(
    headers.map((own) => own.map((header) => renameHeader(header, model.meta.unit))),
  );
  let page = 0;
  let isAnnex = false;
  for await (const runs of readPages(bytes)) {
    page += 1;
    // A text may name an annex too, but never as the first words of a page on its own.
    if (runs[0]?.text.trim() === 'Додаток 1' && runs[1]?.text.trim() === 'Заходи') isAnnex = true;
    if (isAnnex) tables.readPage(runs, page, captions);
    else pieces.push({ text: runs.map(({ text }) => text).join(' '), place: `с. ${page}` });
  }
  compareTexts(comparison, model, pieces, { partsCells: true, omitsNestedRows: false });

  const [expenditures, activities, ...sums] = tables.read();
  const pick = (table: FoundTable | undefined, picks: Parameters<typeof pickRows>[1]) =>
    table && pickRows(table, picks);
  compareTable(comparison, inUnit(expectActivityLines(model), model), pick(activities, isNumbered));
  compareTable(comparison, inUnit(expectExpenditureLines(model), model), pick(expenditures, isNumbered));
  compareTable(
    comparison,
    inUnit(expectExpenditureSums(model), model),
    pick(expenditures, (cells) => /^(?:Разом|Усього)/.test(String(cells[1])) && cells[0] === ''),
  );
  const expected = new Map<string, ExpectedTable>(listSumTables(model).map((table) => [table.name, table]));
  for (const [index, name] of Object.keys(sumHeaders).entries()) {
    const table = expected.get(name);
    const found = sums[index];
    if (table) compareTable(comparison, inUnit(table, model), found);
    else if (found) comparison.compare(found.placeOf(0, 0), null, name);
  }
}
