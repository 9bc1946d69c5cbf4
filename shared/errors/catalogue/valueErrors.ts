import type { ErrorEntry } from './ErrorEntry.ts';

/** Of values that are typed or pasted. */
export const valueErrors = {
  'cell.refused': {
    status: 422,
    uk: 'Значення «{value}» не підходить для стовпця «{column}». Попереднє значення лишилося.',
    en: '“{value}” does not fit the column “{column}”. The previous value is kept.',
  },
  'cell.negative': {
    status: 422,
    uk: '«{value}» менше за нуль, а кількість такою не буває. Попереднє значення лишилося.',
    en: '“{value}” is below zero, and a quantity cannot be. The previous value is kept.',
  },
  'cell.too-long': {
    status: 422,
    uk: 'Текст «{value}» задовгий для стовпця «{column}»: {length} знаків, а вміщається {limit}. Скоротіть його.',
    en: 'The text “{value}” is too long for the column “{column}”: {length} characters, of which {limit} fit. Shorten it.',
  },
  'cell.ambiguous-count': {
    status: 422,
    uk: '«{value}» можна прочитати двояко: кома чи крапка може ділити тисячі або дроби. Оберіть, що мається на увазі.',
    en: '“{value}” can be read in two ways: its mark may part thousands or a fraction. Choose what is meant.',
  },
  'cell.shown-otherwise': {
    status: 422,
    uk: 'Показано «{value}», а збережено там {held}. Оберіть, що вставити.',
    en: '“{value}” is shown, but {held} is stored there. Choose what to put in.',
  },
  'cell.serial-date': {
    status: 422,
    uk: '«{value}» схоже на дату, яку таблиця зберігає числом: {day}. Підтвердьте або лишіть як було.',
    en: '“{value}” looks like a date that a spreadsheet stores as a number: {day}. Confirm it, or leave the cell as it is.',
  },
  'cell.lost-zero': {
    status: 422,
    uk: 'У КПКВК «{value}» шість цифр замість семи: мабуть, таблиця загубила нуль спереду. Оберіть правильний.',
    en: 'KPKVK “{value}” has six digits instead of seven: a spreadsheet has probably dropped the zero in front. Choose the right one.',
  },
  'cell.control-characters': {
    status: 422,
    uk: 'У тексті «{value}» для стовпця «{column}» є невидимі керівні знаки, яких не вмістить жоден файл. Вставте без них або лишіть як було.',
    en: 'The text “{value}” for the column “{column}” holds invisible control characters that no file can hold. Put it in without them, or leave the cell as it is.',
  },
  'cell.hidden-link': {
    status: 422,
    uk: '«{value}» — це підпис, за яким стоїть адреса. Підтвердьте адресу або лишіть як було.',
    en: '“{value}” is a caption with an address behind it. Confirm the address, or leave the cell as it is.',
  },
  'cell.unknown-choice': {
    status: 422,
    uk: 'У стовпці «{column}» немає значення «{value}». Оберіть зі списку або лишіть порожнім.',
    en: 'The column “{column}” has no value “{value}”. Choose one from the list, or leave the cell empty.',
  },
  'cell.several-choices': {
    status: 422,
    uk: 'Значення «{value}» у стовпці «{column}» підходить кільком рядкам списку. Оберіть потрібний.',
    en: '“{value}” in the column “{column}” fits several values of the list. Choose the one that is meant.',
  },
  'cell.other-direction': {
    status: 422,
    uk: 'Показник «{value}» належить іншому напряму. Оберіть показник напряму цього рядка або лишіть порожнім.',
    en: 'The indicator “{value}” belongs to another direction. Choose one of the row’s direction, or leave the cell empty.',
  },
  'cell.thousand-off': {
    status: 422,
    uk: '«{value}» приблизно в 1 000 разів відрізняється від звичного тут ({usual}). Перевірте, чи це гривні, чи тисячі гривень.',
    en: '“{value}” is about 1,000 times off what is usual here ({usual}). Check whether these are hryvnias or thousands of hryvnias.',
  },
  'cell.in-thousands': {
    status: 422,
    uk: '«{value}»: заголовок стовпця каже, що це тисячі гривень, а тут ведуть гривні. Оберіть, що вставити.',
    en: '“{value}”: the column’s title says thousands of hryvnias, and here are hryvnias. Choose what to put in.',
  },
  'clipboard.too-large': {
    status: 413,
    uk: 'У буфері обміну приблизно {size} млн знаків, а вставити можна до {limit} млн. Нічого не змінено. Вставте частинами або імпортуйте файл.',
    en: 'The clipboard holds about {size} million characters; up to {limit} million can be pasted. Nothing was changed. Paste in parts, or import the file.',
  },
  'clipboard.too-many-lines': {
    status: 413,
    uk: 'У буфері обміну {count} рядків, а вставити за один раз можна до {limit}. Нічого не змінено. Вставте частинами.',
    en: 'The clipboard holds {count} lines; up to {limit} can be pasted at once. Nothing was changed. Paste in parts.',
  },
  'clipboard.empty': {
    status: 422,
    uk: 'У буфері обміну немає тексту. Нічого не змінено. Скопіюйте клітинки ще раз.',
    en: 'There is no text on the clipboard. Nothing was changed. Copy the cells again.',
  },
  'clipboard.refused': {
    status: 403,
    uk: 'Браузер не дозволив сторінці прочитати буфер обміну. Нічого не змінено. Натисніть Ctrl+V: це працює завжди.',
    en: 'The browser did not let the page read the clipboard. Nothing was changed. Press Ctrl+V: that always works.',
  },
  'clipboard.ranges': {
    status: 422,
    uk: 'Скопійоване не вміщається порівну в кілька вибраних ділянок. Нічого не змінено. Виберіть одну ділянку або одну клітинку.',
    en: 'What was copied does not fit the several selected ranges evenly. Nothing was changed. Select one range, or one cell.',
  },
  'money.not-a-number': {
    status: 422,
    uk: '«{value}» — не сума. Введіть, наприклад, 390 023,56.',
    en: '“{value}” is not an amount. Enter, for example, 390 023,56.',
  },
  'money.ambiguous': {
    status: 422,
    uk: '«{value}» можна прочитати двояко. Введіть {large} або {small}.',
    en: '“{value}” can be read in two ways. Enter {large} or {small}.',
  },
  'money.negative': {
    status: 422,
    uk: 'Сума не може бути від’ємною. Попереднє значення лишилося.',
    en: 'An amount cannot be negative. The previous value is kept.',
  },
  'money.too-precise': {
    status: 422,
    uk: 'У сумі «{value}» більше двох знаків після коми. Округліть до копійок.',
    en: '“{value}” has more than two decimals. Round it to kopiykas.',
  },
  'money.too-large': {
    status: 422,
    uk: 'Сума «{value}» завелика. Перевірте, чи не введено копійки замість гривень.',
    en: 'The amount “{value}” is too large. Check that it is not kopiykas instead of hryvnias.',
  },
  'date.not-a-date': {
    status: 422,
    uk: '«{value}» — не дата. Введіть, наприклад, 19.08.2020 або 01.03.2020–31.03.2020.',
    en: '“{value}” is not a date. Enter, for example, 19.08.2020 or 01.03.2020–31.03.2020.',
  },
  'date.no-such-day': {
    status: 422,
    uk: 'Дня «{value}» не існує. Перевірте число й місяць.',
    en: 'There is no such day as “{value}”. Check the day and the month.',
  },
  'date.reversed': {
    status: 422,
    uk: 'У «{value}» кінець раніше за початок. Поміняйте дати місцями.',
    en: 'In “{value}” the end comes before the beginning. Swap the dates.',
  },
} as const satisfies Record<string, ErrorEntry>;
