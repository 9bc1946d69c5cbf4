import { AppError } from '#shared/errors/AppError.ts';
import { isExtraField } from '#shared/model/extraField.ts';
import { buildChoices, type Choice } from '../choices.ts';
import type { FieldSpec } from '../fields.ts';
import {
  acceptCell,
  type CellCheck,
  type CellReading,
  type CheckContext,
  type CheckedRow,
  quoteText,
  refuseCell,
} from './CellCheck.ts';
import { isClearMatch, nearestChoices, simplifyChoice } from './nearestChoices.ts';

/** Longer texts name no choice, and comparing them would cost for nothing. */
const longestChoice = 600;

/**
 * Reads a value of a list by the words it is shown with, whatever its case, marks and look-alike
 * letters; a direction also by its number. What is none of them is never guessed: the nearest are
 * offered. `row` says which direction an indicator has to belong to.
 */
export function checkChoice(
  text: string,
  spec: FieldSpec,
  row: CheckedRow,
  context: CheckContext,
): CellCheck {
  const column = context.columnTitle(spec.field);
  const value = quoteText(text);
  if (text.length > longestChoice)
    return refuseCell('unknown-choice', new AppError('cell.unknown-choice', { value, column }));
  const all = buildChoices(null, spec.field, context.structure, context.choiceLabel);
  const own = spec.field === 'indicatorId' ? ownIndicators(row, all, context) : all;
  // What people made up for a list may differ in marks alone, or have no letter at all.
  const exact = isExtraField(spec.field) ? own.find(({ label }) => label === text.trim()) : undefined;
  if (exact !== undefined) return acceptCell(exact.value);
  const isMeant = spec.field === 'directionId' ? buildDirectionTest(text) : buildLabelTest(text);
  const [found, ...others] = own.filter(isMeant);
  // The number and the words of a direction may name two.
  const contradiction = found === undefined ? null : findOtherNumber(text, found, spec, all);
  if (found !== undefined && others.length === 0 && contradiction === null) return acceptCell(found.value);
  const twins = [
    ...(found === undefined ? [] : [found, ...others]),
    ...(contradiction === null ? [] : [contradiction]),
  ];
  if (twins.length > 0) {
    const error = new AppError('cell.several-choices', { value, column });
    return refuseCell('unknown-choice', error, twins.map(readChoice));
  }
  const isElsewhere = own.length < all.length && all.some(isMeant);
  const matches = nearestChoices(text, own);
  return refuseCell(
    isElsewhere ? 'other-direction' : 'unknown-choice',
    new AppError(isElsewhere ? 'cell.other-direction' : 'cell.unknown-choice', { value, column }),
    matches.map(({ choice }) => readChoice(choice)),
    isClearMatch(matches) ? 0 : null,
  );
}

function buildLabelTest(text: string): (choice: Choice) => boolean {
  const wanted = simplifyChoice(text);
  return ({ label }) => wanted !== '' && simplifyChoice(label) === wanted;
}

/** «2», «2.», «2. Назва» and «Назва» all name direction 2. */
function buildDirectionTest(text: string): (choice: Choice) => boolean {
  const number = /^№?\s*(\d{1,2})\.?$/.exec(text.trim())?.[1];
  if (number !== undefined) return ({ label }) => label.startsWith(`${Number(number)}. `);
  const wanted = simplifyChoice(text.replace(directionNumber, ''));
  return ({ label }) => wanted !== '' && simplifyChoice(label.replace(directionNumber, '')) === wanted;
}

const directionNumber = /^\s*(?:№\s*)?(\d{1,2})[.)]\s+/;

function ownIndicators(
  row: CheckedRow,
  all: readonly Choice[],
  { structure }: CheckContext,
): readonly Choice[] {
  const directionId = row?.directionId ?? null;
  if (directionId === null) return all;
  const own = new Set<string>(
    structure.indicators.filter((indicator) => indicator.directionId === directionId).map(({ id }) => id),
  );
  return all.filter(({ value }) => own.has(value));
}

function findOtherNumber(
  text: string,
  found: Choice,
  spec: FieldSpec,
  all: readonly Choice[],
): Choice | null {
  const number = directionNumber.exec(text)?.[1];
  if (spec.field !== 'directionId' || number === undefined) return null;
  const start = `${Number(number)}. `;
  if (found.label.startsWith(start)) return null;
  return all.find(({ label }) => label.startsWith(start)) ?? null;
}

function readChoice({ value, label, group }: Choice): CellReading {
  return { value, label: group === undefined || group === '' ? label : `${label} (${group})` };
}
