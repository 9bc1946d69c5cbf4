import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { TotalsAnswer } from '#shared/api/contract.ts';
import { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { ControlPage } from './ControlPage.ts';
import { type Figures, printIndicator } from './Figures.ts';
import { parseMinor } from './printMoney.ts';
import type { ReportPaper } from './ReportPaper.ts';
import { normaliseSpace } from './readText.ts';

/** Readers of the same numbers from each place they leave the product by. */

const parsePrinted = (text: string) => parseMinor(text.replaceAll(/[\s\u00A0]|грн/g, ''));

export async function readControlFigures(control: ControlPage): Promise<Figures> {
  const directions: Figures['directions'] = {};
  for (const [heading, cells] of await control.readTable('План і факт за напрямами')) {
    if (/^\d/.test(heading)) directions[Number.parseInt(heading, 10)] = parsePrinted(cells[1] ?? '');
  }
  const printed = [...(await control.readTable('Показники')).values()].map(([, text]) => text ?? '');
  return {
    grandMinor: parsePrinted(await control.readGrandTotal()),
    directions,
    indicators: printed.filter((text) => text !== '').sort(),
  };
}

/** Every figure of the text by what it is bound to, and the grand total in the last line. */
export async function readPaperFigures(paper: ReportPaper, reportId = 'r2020'): Promise<Figures> {
  const directions: Figures['directions'] = {};
  const indicators: string[] = [];
  for (const { heading, figures } of await paper.readSections()) {
    const number = Number.parseInt(heading, 10);
    directions[number] = 0n;
    for (const { spec: stored, text } of figures) {
      const spec = FigureSpec.parse(JSON.parse(stored));
      if (spec.kind === 'indicator') {
        const key = spec.indicatorId.slice(reportId.length + 1);
        indicators.push(spec.format === 'count' ? printIndicator(key, Number(text)) : text);
      } else if (spec.kind === 'money' && spec.filter.directionId === `${reportId}-d${number}`) {
        directions[number] = parsePrinted(text);
      }
    }
  }
  const grand = /усього ([\d\s]+,\d\d) грн/.exec(await paper.readAll())?.[1] ?? '';
  return { grandMinor: parsePrinted(grand), directions, indicators: indicators.sort() };
}

export function readAnswerFigures(answer: TotalsAnswer, reportId: string): Figures {
  const directions: Figures['directions'] = {};
  for (let number = 1; number <= 6; number += 1) {
    directions[number] = BigInt(answer.byDirection[`${reportId}-d${number}`]?.actualMinor ?? 0);
  }
  const indicators = Object.entries(answer.indicators).map(([id, { value }]) =>
    printIndicator(id.slice(reportId.length + 1), value),
  );
  return { grandMinor: BigInt(answer.grand.actualMinor), directions, indicators: indicators.sort() };
}

/** The sheet of totals, whose every line is found by the headings above it. */
export async function readXlsxTotals(bytes: Buffer): Promise<Figures> {
  const lines = (await readSheet(bytes, 'Зведення', { parseNumber: (text) => text })).map((line) =>
    line.map((value) => normaliseSpace(String(value ?? ''))),
  );
  const block = (title: string) => {
    const start = lines.findIndex((line) => line.includes(title));
    const header = lines[start + 1] ?? [];
    const after = lines.slice(start + 2);
    const end = after.findIndex((line) => line.every((text) => text === ''));
    return { header, body: after.slice(0, end < 0 ? after.length : end) };
  };
  const money = block('За напрямами');
  const actual = money.header.indexOf('Фактично, грн');
  const directions: Figures['directions'] = {};
  let grandMinor = -1n;
  for (const line of money.body) {
    if (/^\d+$/.test(line[0] ?? '')) directions[Number(line[0])] = parseMinor(line[actual] ?? '');
    else if (line.includes('Усього')) grandMinor = parseMinor(line[actual] ?? '');
  }
  const indicators = block('Показники');
  const printed = indicators.header.indexOf('У звіті');
  return {
    grandMinor,
    directions,
    indicators: indicators.body
      .filter((line) => /^\d+$/.test(line[0] ?? ''))
      .map((line) => line[printed] ?? '')
      .sort(),
  };
}

/** A table's rows as records, from XLSX or from either flavour of CSV; numbers stay texts. */
export async function readXlsxRows(
  bytes: Buffer,
  sheet: 'Заходи' | 'Видатки',
): Promise<Record<string, string>[]> {
  const lines = await readSheet(bytes, sheet, { parseNumber: (text) => text });
  const start = lines.findIndex((line) => line.includes('Код рядка'));
  const header = (lines[start] ?? []).map(String);
  return lines
    .slice(start + 1)
    .map((line) => Object.fromEntries(header.map((name, index) => [name, String(line[index] ?? '')])))
    .filter((record) => record['Код рядка'] !== '');
}

export function readCsvRows(bytes: Buffer, flavour: 'standard' | 'excel'): Record<string, string>[] {
  return parse<Record<string, string>>(bytes, {
    columns: true,
    bom: true,
    delimiter: flavour === 'excel' ? ';' : ',',
    // Fields of the Excel flavour hold commas of decimals, never a lone quote.
    relax_quotes: false,
  });
}

/** Sums of the rows themselves, which the totals have to meet. */
export function sumRows(rows: readonly Record<string, string>[]): Pick<Figures, 'grandMinor' | 'directions'> {
  const directions: Figures['directions'] = { 1: 0n, 2: 0n, 3: 0n, 4: 0n, 5: 0n, 6: 0n };
  let grandMinor = 0n;
  for (const row of rows) {
    const actual = row['Фактично, грн'] ?? '';
    if (actual === '') continue;
    const number = Number(row['№ напряму']);
    directions[number] = (directions[number] ?? 0n) + parseMinor(actual);
    grandMinor += parseMinor(actual);
  }
  return { grandMinor, directions };
}

export function readCsvTotals(bytes: Buffer, flavour: 'standard' | 'excel'): Figures {
  const rows = readCsvRows(bytes, flavour);
  const directions: Figures['directions'] = {};
  let grandMinor = -1n;
  const indicators: string[] = [];
  for (const row of rows) {
    const slice = row.Розріз;
    if (slice === 'grand' || slice === 'Усього') grandMinor = parseMinor(row['Фактично, грн'] ?? '');
    if (slice === 'direction' || slice === 'Напрям') {
      directions[Number(row['№ напряму'])] = parseMinor(row['Фактично, грн'] ?? '');
    }
    if (slice === 'indicator' || slice === 'Показник') indicators.push(normaliseSpace(row['У звіті'] ?? ''));
  }
  return { grandMinor, directions, indicators: indicators.sort() };
}
