import type { ErrorEntry } from './ErrorEntry.ts';

/** Of setting up organisations, programmes, reports, directions and indicators. */
export const structureErrors = {
  'structure.changed': {
    status: 409,
    uk: 'Тим часом це змінив хтось інший. Вашої зміни не внесено. Перегляньте, як є тепер, і внесіть її знову.',
    en: 'Somebody else has changed this meanwhile. Your change was not made. Look at what stands there, and make it again.',
  },
  'structure.not-in-report': {
    status: 404,
    uk: 'Цього у звіті вже немає, або воно належить іншому напряму. Нічого не змінено. Оновіть сторінку.',
    en: 'This is not in the report any more, or belongs to another direction. Nothing was changed. Reload the page.',
  },
  'structure.number-taken': {
    status: 409,
    uk: 'Номер {number} уже має напрям «{title}». Нічого не змінено. Візьміть інший номер або змініть порядок напрямів.',
    en: 'The direction “{title}” already has number {number}. Nothing was changed. Take another number, or change the order of the directions.',
  },
  'structure.key-taken': {
    status: 409,
    uk: 'Код «{key}» уже має інший показник. Нічого не змінено. Візьміть інший код.',
    en: 'Another indicator already has the key “{key}”. Nothing was changed. Take another key.',
  },
  'structure.title-taken': {
    status: 409,
    uk: 'Стовпець із назвою «{title}» у таблиці вже є. Нічого не змінено. Візьміть іншу назву.',
    en: 'The table already has a column called “{title}”. Nothing was changed. Take another title.',
  },
  'structure.part-circle': {
    status: 409,
    uk: 'Показник не може бути частиною самого себе чи власної частини. Нічого не змінено. Оберіть інше ціле.',
    en: 'An indicator cannot be a part of itself or of one of its parts. Nothing was changed. Choose another whole.',
  },
  'structure.has-indicators': {
    status: 409,
    uk: 'Напрям «{title}» має показники: {count}. Його не видалено. Спершу видаліть показники.',
    en: 'The direction “{title}” has indicators: {count}. It was not removed. Remove the indicators first.',
  },
  'structure.planned': {
    status: 409,
    uk: '«{title}» має рядки в затвердженому плані: {count}. Нічого не видалено. Спершу видаліть їх або перенесіть на іншого.',
    en: '“{title}” has lines in the approved plan: {count}. Nothing was removed. Remove them first, or move them to another.',
  },
  'structure.corrected': {
    status: 409,
    uk: 'Про «{title}» є коригування: {count}. Нічого не змінено. Спершу видаліть їх або змініть на сторінці «Будова звіту».',
    en: 'There are corrections about “{title}”: {count}. Nothing was changed. Remove or change them first, on the page “Structure of the report”.',
  },
  'correction.not-counted': {
    status: 409,
    uk: 'Показник «{title}» не складається додаванням, тож його не коригують. Нічого не змінено. Виправте рядки, з яких він узятий.',
    en: 'The indicator “{title}” is not added up, so it has no corrections. Nothing was changed. Correct the rows that it is taken from.',
  },
  'budget.taken': {
    status: 409,
    uk: 'У плані вже є рядок: {organisation}, {line}. Нічого не змінено. Змініть суму в ньому або інші дані в цьому.',
    en: 'The plan already has a line: {organisation}, {line}. Nothing was changed. Change the amount there, or the other data here.',
  },
  'structure.held': {
    status: 409,
    uk: '«{title}» не змінено і не видалено. Пов’язано з ним: рядків у таблицях — {rows} (аркуші: {organisations}), чисел і слів у текстах — {figures} (напрями: {texts}), показників-частин і напрямів — {parts}, людей — {people}. Спершу змініть їх.',
    en: '“{title}” was neither changed nor removed. What points at it: rows in tables — {rows} (sheets: {organisations}), numbers and words in texts — {figures} (directions: {texts}), parts and directions — {parts}, people — {people}. Change these first.',
  },
  'structure.too-many': {
    status: 413,
    uk: 'Більше ніж {limit} звіт не вмістить. Нічого не змінено.',
    en: 'A report holds no more than {limit}. Nothing was changed.',
  },
  'organisation.unknown': {
    status: 404,
    uk: 'Такого виконавця вже немає. Нічого не змінено. Оновіть сторінку.',
    en: 'There is no such organisation any more. Nothing was changed. Reload the page.',
  },
  'organisation.taken': {
    status: 409,
    uk: 'Назву, скорочену назву або код ЄДРПОУ «{value}» уже має інший виконавець. Нічого не змінено. Перевірте, чи це не він самий.',
    en: 'Another organisation already has the name, short name or EDRPOU code “{value}”. Nothing was changed. See whether it is the same one.',
  },
  'organisation.in-reports': {
    status: 409,
    uk: '«{title}» бере участь у звітах: {count}. Виконавця не видалено. Спершу вилучіть його зі звітів.',
    en: '“{title}” takes part in reports: {count}. It was not removed. Take it out of the reports first.',
  },
  'organisation.too-many': {
    status: 413,
    uk: 'Виконавців може бути не більше ніж {limit}. Нічого не змінено.',
    en: 'There may be no more organisations than {limit}. Nothing was changed.',
  },
  'programme.unknown': {
    status: 404,
    uk: 'Такої програми немає. Нічого не змінено. Оновіть сторінку.',
    en: 'There is no such programme. Nothing was changed. Reload the page.',
  },
  'programme.years': {
    status: 409,
    uk: 'Програма має звіти за роки поза цим періодом: {years}. Нічого не змінено. Розширте період.',
    en: 'The programme has reports of years outside of this period: {years}. Nothing was changed. Widen the period.',
  },
  'programme.amendment-twice': {
    status: 409,
    uk: 'Рішення № {number} за цю дату вказано двічі. Нічого не змінено. Приберіть одне з них.',
    en: 'Decision № {number} of this day is there twice. Nothing was changed. Take one of them out.',
  },
  'programme.amendment-early': {
    status: 409,
    uk: 'Рішення № {number} про зміни давніше за рішення, яким затверджено програму. Нічого не змінено. Перевірте дати.',
    en: 'Decision № {number} on changes is older than the one that approved the programme. Nothing was changed. Check the days.',
  },
} as const satisfies Record<string, ErrorEntry>;
