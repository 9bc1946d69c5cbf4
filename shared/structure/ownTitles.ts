import { simplifyTitle } from '../language/simplifyTitle.ts';

/**
 * Titles of the columns that every table has, on the screen in either language and in files. No added
 * column is called so: whoever brings a file back could not tell the two apart.
 */
const ownTitles = [
  '№',
  'Виконавець',
  'Відхилення',
  'Напрям',
  '№ напряму',
  'Показник',
  'Код показника',
  'Зміст заходу',
  'Кількість',
  'Дата або період',
  'Форма',
  'Стан',
  'Причина',
  'Причина відхилення',
  'Примітка',
  'Посилання',
  'Захід',
  'Джерело',
  'Джерело фінансування',
  'КПКВК',
  'КЕКВ',
  'План, грн',
  'Заплановано, грн',
  'Факт, грн',
  'Фактично, грн',
  'Документ',
  'Код рядка',
  'Код виконавця',
  'Відбиток',
  'Застереження',
  'Остання зміна',
  'No.',
  'Organisation',
  'Deviation',
  'Direction',
  'Indicator',
  'What was done',
  'Quantity',
  'Date or period',
  'Form',
  'State',
  'Reason',
  'Note',
  'Link',
  'Measure',
  'Fund',
  'KPKVK',
  'KEKV',
  'Planned, UAH',
  'Actual, UAH',
  'Document',
];

const simplified: ReadonlySet<string> = new Set(ownTitles.map(simplifyTitle));

/** `name` as `simplifyTitle` leaves it. */
export function isOwnTitle(name: string): boolean {
  return simplified.has(name);
}
