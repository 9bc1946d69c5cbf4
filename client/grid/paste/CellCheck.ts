import type { Decision } from '#shared/access/can.ts';
import type { AppError, Language } from '#shared/errors/AppError.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { ChoiceLabel } from '../CellTexts.ts';

/** What a cell may hold; null is an empty one. */
export type CellValue = string | number | null;

/** Why a text does not go into a cell just so. */
export type ProblemKind =
  /** `390,023`: two amounts. */
  | 'ambiguous-number'
  /** The other program shows another number than it holds. */
  | 'rounded'
  /** A thousand times off its column: гривні against тисячі гривень. */
  | 'thousand'
  /** No such direction, indicator, fund, form or state. */
  | 'unknown-choice'
  /** An indicator of another direction than the row's. */
  | 'other-direction'
  /** A bare number that may be a spreadsheet's day. */
  | 'serial-date'
  /** The other program shows another date than it holds. */
  | 'shown-date'
  /** A КПКВК that has lost its zero in front. */
  | 'lost-zero'
  /** Marks that a file cannot hold. */
  | 'control-characters'
  /** The text hides the address it leads to. */
  | 'hidden-link'
  | 'wrong-type'
  | 'negative'
  | 'no-such-date'
  | 'too-long'
  | 'not-yours'
  | 'locked';

/** One meaning a text can have, with how the product prints it. */
export type CellReading = { readonly value: CellValue; readonly label: string };

/** Nothing that can be read in two ways is ever `ok`. */
export type CellCheck = { readonly ok: true; readonly value: CellValue } | CellProblem;

export type CellProblem = {
  readonly ok: false;
  readonly kind: ProblemKind;
  readonly error: AppError;
  /** What it may mean, the likeliest first; none when it cannot go in at all. */
  readonly readings: readonly CellReading[];
  /** Index of the meaning that is near enough to be proposed. */
  readonly likely: number | null;
};

export type CheckContext = {
  table: TableKind;
  structure: ReportStructure;
  language: Language;
  columnTitle(field: Field): string;
  choiceLabel: ChoiceLabel;
};

/** Of a person who would write what was checked. */
export type WriteContext = CheckContext & {
  canWrite(organisationId: OrganisationId): Decision;
};

/** The direction of the row a text goes into, to which an indicator has to belong. Null: none is known. */
export type CheckedRow = { readonly directionId: string | null } | null;

export function acceptCell(value: CellValue): CellCheck {
  return { ok: true, value };
}

export function refuseCell(
  kind: ProblemKind,
  error: AppError,
  readings: readonly CellReading[] = [],
  likely: number | null = null,
): CellProblem {
  return { ok: false, kind, error, readings, likely };
}

const longestQuote = 40;

/** As much of a text as an error repeats. */
export function quoteText(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > longestQuote ? `${trimmed.slice(0, longestQuote)}…` : trimmed;
}
