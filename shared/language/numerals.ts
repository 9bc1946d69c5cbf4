import type { Gender, GrammaticalCase } from '../figures/FigureSpec.ts';
import { must } from '../must.ts';
import { pickDeclinedForm } from './declinedNouns.ts';
import { findTwo, groupNames, hundreds, one, teens, tens, units, zero } from './numeralForms.ts';

/** The largest number there are words for: one trillion. */
export const largestInWords = 1_000_000_000_000n;

/**
 * A whole number in Ukrainian words, 0 to {@link largestInWords}: `чотириста тридцять сім тисяч
 * шістсот три`. The gender is that of the noun it counts; the accusative is that of things, not of
 * living beings. Throws RangeError beyond, below zero and for a fraction.
 */
export function formatNumeral(
  count: number | bigint,
  grammaticalCase: GrammaticalCase,
  gender: Gender,
): string {
  const exact = BigInt(count);
  if (exact < 0n || exact > largestInWords) throw new RangeError(`no words for ${exact}`);
  if (exact === 0n) return zero[grammaticalCase];
  const words: string[] = [];
  for (let power = groupNames.length; power >= 1; power -= 1) {
    const group = Number((exact / 1_000n ** BigInt(power)) % 1_000n);
    if (group === 0) continue;
    const name = must(groupNames[power - 1], 'name of a group');
    words.push(
      ...spellGroup(group, grammaticalCase, name.gender),
      pickDeclinedForm(name.noun, group, grammaticalCase),
    );
  }
  words.push(...spellGroup(Number(exact % 1_000n), grammaticalCase, gender));
  return words.join(' ');
}

/** 0 to 999; nothing for 0. */
function spellGroup(group: number, grammaticalCase: GrammaticalCase, gender: Gender): string[] {
  const ten = Math.trunc(group / 10) % 10;
  const unit = group % 10;
  const parts =
    ten === 1
      ? [hundreds[Math.trunc(group / 100)], teens[unit]]
      : [hundreds[Math.trunc(group / 100)], tens[ten], findUnit(unit, gender)];
  return parts.flatMap((forms) => (forms ? [forms[grammaticalCase]] : []));
}

function findUnit(unit: number, gender: Gender) {
  if (unit === 1) return one[gender];
  if (unit === 2) return findTwo(gender);
  return units[unit];
}
