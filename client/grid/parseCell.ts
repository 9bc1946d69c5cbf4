import { AppError } from '#shared/errors/AppError.ts';
import { tryParseNumber } from '#shared/language/parseNumber.ts';
import { tryParsePeriod } from '#shared/language/periodText.ts';
import { findFieldSchema, type TableKind } from '#shared/model/rows.ts';
import { tryParseMoney } from '#shared/money/parseMoney.ts';
import type { FieldSpec } from './fields.ts';

export type CellParse =
  | { ok: true; value: string | number | null }
  /** `choices` are texts to type instead, when the one typed means two things. */
  | { ok: false; error: AppError; choices: string[] };

type Context = { table: TableKind; reportYear: number; columnTitle: string };

/**
 * Reads what was typed into a cell. An empty text empties the cell. What does not fit is refused with
 * the words to show, never changed silently.
 */
export function parseCell(text: string, spec: FieldSpec, context: Context): CellParse {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: true, value: null };
  switch (spec.kind) {
    case 'money': {
      const parsed = tryParseMoney(trimmed);
      return parsed.ok ? { ok: true, value: parsed.minor } : refuse(parsed.error);
    }
    case 'period': {
      const parsed = tryParsePeriod(trimmed, context.reportYear);
      return parsed.ok ? { ok: true, value: parsed.period } : refuse(parsed.error);
    }
    case 'count':
      return parseWith(
        /^\d[\d \u00A0\u202F]*$/.test(trimmed) ? Number(trimmed.replaceAll(/\D/g, '')) : trimmed,
      );
    case 'number': {
      const number = tryParseNumber(trimmed);
      return parseWith(number ?? trimmed);
    }
    case 'link':
      return parseWith(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
    case 'long':
      return parseWith(text.replaceAll('\r\n', '\n').trimEnd());
    default:
      return parseWith(trimmed);
  }

  function parseWith(value: string | number): CellParse {
    if (findFieldSchema(context.table, spec.field)?.safeParse(value).success) return { ok: true, value };
    return refuse(new AppError('cell.refused', { value: shorten(trimmed), column: context.columnTitle }));
  }
}

function refuse(error: AppError): CellParse {
  const { large, small } = error.parameters;
  const choices = error.code === 'money.ambiguous' ? [large, small].map(String) : [];
  return { ok: false, error, choices };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
