import type { Language } from '../errors/AppError.ts';
import { formatCount } from '../language/nouns.ts';
import { formatPeriod } from '../language/periodText.ts';
import { Fund } from '../model/rows.ts';
import { choiceLabels } from '../report/choiceLabels.ts';
import type { Finding, FindingCode } from './Finding.ts';

/** What the user reads: what is wrong, and what to do. `{name}` is filled from the finding's parameters. */
export const findingTexts = {
  'indicator.below-zero': {
    uk: 'Показник «{title}» менший за нуль: {value}. Коригування забирає більше, ніж є в рядках. Перевірте його.',
    en: 'The indicator “{title}” is below zero: {value}. A correction takes away more than the rows have. Check it.',
  },
  'direction.below-zero': {
    uk: 'Сума напряму {number} «{title}» менша за нуль: {value}. Коригування забирає більше, ніж є в рядках. Перевірте його.',
    en: 'The sum of direction {number} “{title}” is below zero: {value}. A correction takes away more than the rows have. Check it.',
  },
  'fund.below-zero': {
    uk: 'Сума за джерелом «{fund}» менша за нуль: {value}. Коригування забирає більше, ніж є в рядках. Перевірте його.',
    en: 'The sum of the source “{fund}” is below zero: {value}. A correction takes away more than the rows have. Check it.',
  },
  'code.below-zero': {
    uk: 'Сума за {code} менша за нуль: {value}. Коригування забирає більше, ніж є в рядках. Перевірте його.',
    en: 'The sum of {code} is below zero: {value}. A correction takes away more than the rows have. Check it.',
  },
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
    en: 'KPKVK “{value}” must be seven digits, for example 0210180.',
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
  'expenditure.no-budget-line': {
    uk: 'Витрачено {actual}, а в затвердженому плані такого рядка немає: напрям {direction}, {fund}, КПКВК {kpkvk}, КЕКВ {kekv}. Перевірте джерело й коди; якщо їх указано правильно, зверніться до координатора.',
    en: '{actual} was spent, and the approved plan has no such line: direction {direction}, {fund}, KPKVK {kpkvk}, KEKV {kekv}. Check the source and the codes; if they are right, ask the coordinator.',
  },
  'budget.over-line': {
    uk: 'Витрачено {found} за затвердженого плану {approved}, на {difference} більше: напрям {direction}, {fund}, КПКВК {kpkvk}, КЕКВ {kekv}. Перевірте суми в рядках.',
    en: '{found} was spent against the approved plan of {approved}, {difference} more: direction {direction}, {fund}, KPKVK {kpkvk}, KEKV {kekv}. Check the amounts of the rows.',
  },
  'budget.other-planned': {
    uk: 'У рядках заплановано {found}, а за затвердженим планом {approved}, різниця {difference}: напрям {direction}, {fund}, КПКВК {kpkvk}, КЕКВ {kekv}. Перевірте заплановані суми.',
    en: 'The rows plan {found} where the approved plan has {approved}, a difference of {difference}: direction {direction}, {fund}, KPKVK {kpkvk}, KEKV {kekv}. Check the planned amounts.',
  },
  'cell.no-option': {
    uk: 'Значення «{value}» стовпець більше не пропонує, тому до звіту воно не входить. Оберіть одне з тих, що є.',
    en: 'The column does not offer “{value}” any more, so it is left out of the report. Choose one that it offers.',
  },
  'cell.no-column': {
    uk: 'У рядку стоїть «{value}» у стовпці, якого у звіті немає. Це збережено, але до звіту не входить. Якщо воно потрібне, впишіть його в інший стовпець.',
    en: 'The row holds “{value}” in a column that the report does not have. It is kept, but is left out of the report. If it is needed, enter it in another column.',
  },
  'column.required': {
    uk: 'Стовпець «{column}» обов’язковий, а клітинка порожня. Заповніть її.',
    en: 'The column “{column}” is required, and the cell is empty. Fill it in.',
  },
} as const satisfies Record<FindingCode, { uk: string; en: string }>;

const fundNames: Record<Language, Record<Fund, string>> = {
  uk: choiceLabels.fund,
  en: {
    general: 'general fund',
    special: 'special fund',
    state: 'state budget',
    regional: 'regional budget',
    other: 'other sources',
  },
};

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
    const fund = name === 'fund' ? Fund.safeParse(value).data : undefined;
    if (fund !== undefined) return fundNames[language][fund];
    if (name === 'period') return formatPeriod(String(value), language);
    return typeof value === 'number' ? formatCount(value) : value;
  });
}
