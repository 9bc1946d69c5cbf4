import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { comparableText } from '#shared/report/comparableText.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import type { ChoiceLabel } from '../../CellTexts.ts';
import type { FieldSpec } from '../../fields.ts';
import { simplifyChoice } from '../../paste/nearestChoices.ts';
import { readCellFlaw, readCellValue } from '../../readCell.ts';

/** How exports mark what could not be read. */
const unreadableMark = '(?) ';

/**
 * What our own exports write for the cells of the rows as they are, so that a file which only passed
 * through somebody's hands changes nothing, whatever its format and the reader's language.
 */
export type SavedForms = {
  /** Whether the text is one that an export may have written for this cell. False may also mean: ask the check. */
  isSame(row: Row, spec: FieldSpec, text: string): boolean;
  /** The words of the grid for a value that a file names by its code or in Ukrainian. */
  translate(field: Field, text: string): string;
};

type FixedChoice = keyof Pick<typeof choiceLabels, 'fund' | 'form' | 'state'>;

export function createSavedForms(
  { directions, indicators }: Pick<ReportStructure, 'directions' | 'indicators'>,
  choiceLabel: ChoiceLabel,
): SavedForms {
  const directionForms = new Map<string, string[]>(
    directions.map(({ id, number, title }) => [id, [title, `${number}. ${title}`]]),
  );
  const indicatorForms = new Map<string, string[]>(indicators.map(({ id, title }) => [id, [title]]));
  const codes = new Map<string, string>();
  for (const field of ['fund', 'form', 'state'] as const) {
    for (const [code, label] of Object.entries(choiceLabels[field])) {
      codes.set(`${field}/${simplifyChoice(code)}`, code);
      codes.set(`${field}/${simplifyChoice(label)}`, code);
    }
  }
  const findCode = (field: Field, text: string) => codes.get(`${field}/${simplifyChoice(text)}`);

  function isSameChoice(field: Field, value: string, text: string): boolean {
    if (text === value || findCode(field, text) === value) return true;
    const forms = field === 'directionId' ? directionForms.get(value) : indicatorForms.get(value);
    return forms?.some((form) => simplifyChoice(form) === simplifyChoice(text)) ?? false;
  }

  return {
    isSame(row, { field, kind }, text) {
      const given = comparableText(text);
      const flaw = readCellFlaw(row, field);
      if (flaw !== null) return given === comparableText(`${unreadableMark}${flaw.raw}`);
      const value = readCellValue(row, field);
      const saved = comparableText(value);
      if (given === saved) return true;
      if (value === null || given === '') return false;
      if (kind === 'choice') return isSameChoice(field, String(value), given);
      // A spreadsheet that took a code for a number has lost the zeros in front of it.
      return kind === 'text' && /^\d+$/.test(given) && given.padStart(saved.length, '0') === saved;
    },
    translate(field, text) {
      const code = findCode(field, text);
      return code === undefined ? text : choiceLabel(field as FixedChoice, code);
    },
  };
}
