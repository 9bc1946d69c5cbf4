import type { Language } from '../errors/AppError.ts';
import { formatCount } from '../language/nouns.ts';
import { formatPeriod } from '../language/periodText.ts';
import type { Finding, FindingCode } from './Finding.ts';

/** What the user reads: what is wrong, and what to do. `{name}` is filled from the finding's parameters. */
export const findingTexts = {
  'expenditure.no-reason': {
    uk: 'Фактично {actual} за плану {planned}, різниця {deviation}, а причини не вказано. Поясніть відхилення.',
    en: 'Actual {actual} against planned {planned}, a difference of {deviation}, without a reason. Explain the deviation.',
  },
  'activity.outside-year': {
    uk: 'Дата {period} не належить до {year} року. Виправте дату або приберіть захід зі звіту.',
    en: 'The date {period} is not in {year}. Correct the date or take the activity out of the report.',
  },
  'indicator.part-exceeds-whole': {
    uk: '«{part}» ({partValue}) більше за «{whole}» ({wholeValue}), хоча є його частиною. Перевірте кількість в обох показниках.',
    en: '“{part}” ({partValue}) is larger than “{whole}” ({wholeValue}) that it is a part of. Check the quantities of both.',
  },
  'expenditure.kpkvk-format': {
    uk: 'КПКВК «{value}» має складатися із семи цифр, наприклад 0210180.',
    en: 'КПКВК “{value}” must be seven digits, for example 0210180.',
  },
  'activity.no-quantity': {
    uk: 'Захід віднесено до показника, але кількості не вказано, тож він нічого не додає. Впишіть кількість.',
    en: 'The activity belongs to an indicator but has no quantity, so it adds nothing. Enter the quantity.',
  },
  'row.duplicate': {
    uk: 'Такий самий рядок уже є в цьому аркуші. Якщо це той самий запис, видаліть зайвий.',
    en: 'The sheet already has a row exactly like this one. If it is the same record, delete one.',
  },
  'cell.wrong-type': {
    uk: 'Значення «{value}» не підходить для цього стовпця, тому до підсумків не входить. Впишіть його заново.',
    en: '“{value}” does not fit this column and is left out of the totals. Enter it again.',
  },
  'cell.newer-version': {
    uk: 'Значення «{value}» записано новішою версією, тому до підсумків не входить. Оновіть сторінку.',
    en: '“{value}” was written by a newer version and is left out of the totals. Reload the page.',
  },
} as const satisfies Record<FindingCode, { uk: string; en: string }>;

/** The sentence for the user. */
export function formatFinding(finding: Pick<Finding, 'code' | 'parameters'>, language: Language): string {
  return fillSentence(findingTexts[finding.code][language], finding.parameters, language);
}

/** A parameter that was not given prints as its name, never as `undefined`. */
export function fillSentence(
  sentence: string,
  parameters: Finding['parameters'],
  language: Language,
): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    if (name === 'period') return formatPeriod(String(value), language);
    return typeof value === 'number' ? formatCount(value) : value;
  });
}
