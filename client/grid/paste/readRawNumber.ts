import { z } from 'zod';
import type { RawNumber } from './Block.ts';
import { readNumberFormat } from './readNumberFormat.ts';

/** Google Sheets: the kind of a value, and the value under the number of its kind. */
const SheetsValue = z.object({ '1': z.int(), '3': z.number().optional() });
const SheetsFormat = z.object({ '1': z.int(), '2': z.string().optional() });
const sheetsKinds = { number: 3, percent: 3, date: 5, dateTime: 7 } as const;

/** Where a cell of a table says what number it holds. */
type Source = {
  getAttribute(name: string): string | null;
  /** The number format of its style, as Excel writes it; null when there is none. */
  styleFormat: string | null;
  text: string;
};

/**
 * The number behind a cell of an HTML table, as Excel (`x:num`), LibreOffice (`sdval`) and Google
 * Sheets (`data-sheets-value`) write it; undefined when the cell holds a text, or does not say.
 */
export function readRawNumber(source: Source): RawNumber | undefined {
  return readExcel(source) ?? readLibreOffice(source) ?? readGoogleSheets(source);
}

function readExcel({ getAttribute, styleFormat, text }: Source): RawNumber | undefined {
  if (getAttribute('x:str') !== null) return undefined;
  const given = getAttribute('x:num');
  const format = styleFormat === null ? undefined : readNumberFormat(styleFormat);
  if (format === null) return undefined;
  // Without a value the text is the number itself.
  const decimal = given === '' ? tryReadPlain(text) : given;
  if (decimal === null && format === undefined) return undefined;
  return { decimal, format: 'unknown', shownDecimals: null, ...format };
}

function readLibreOffice({ getAttribute }: Source): RawNumber | undefined {
  const decimal = getAttribute('sdval');
  const format = getAttribute('sdnum');
  if (decimal === null) return undefined;
  // `language;language of the format;format`
  const code = format?.split(';').slice(2).join(';') ?? '';
  return { decimal, format: 'unknown', shownDecimals: null, ...readNumberFormat(code) };
}

function readGoogleSheets({ getAttribute }: Source): RawNumber | undefined {
  const value = SheetsValue.safeParse(tryParseJson(getAttribute('data-sheets-value')));
  if (!value.success || value.data['1'] !== sheetsKinds.number || value.data['3'] === undefined)
    return undefined;
  const decimal = String(value.data['3']);
  const format = SheetsFormat.safeParse(tryParseJson(getAttribute('data-sheets-numberformat')));
  if (!format.success) return { decimal, format: 'unknown', shownDecimals: null };
  const { '1': kind, '2': code = '' } = format.data;
  if (kind === sheetsKinds.date || kind === sheetsKinds.dateTime)
    return { decimal, format: 'date', shownDecimals: null };
  if (kind === sheetsKinds.percent) return { decimal, format: 'percent', shownDecimals: null };
  return { decimal, format: 'number', shownDecimals: null, ...readNumberFormat(code) };
}

function tryReadPlain(text: string): string | null {
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? text.trim() : null;
}

function tryParseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
