import type { ErrorEntry } from './ErrorEntry.ts';

/** Of closing a report, opening it again, and what is made of it. */
export const finalisingErrors = {
  'access.finalised': {
    status: 409,
    uk: 'Звіт завершено, тому змінити в ньому вже нічого не можна. Якщо потрібна зміна, попросіть координатора відновити роботу над звітом.',
    en: 'The report is finalised, so nothing in it can be changed. If something has to be, ask the coordinator to reopen the report.',
  },
  'finalising.open': {
    status: 409,
    uk: 'Цей звіт не завершено: над ним уже працюють. Нічого не змінено. Оновіть сторінку.',
    en: 'This report is not finalised: it is being worked on already. Nothing was changed. Reload the page.',
  },
  'finalising.sheets': {
    status: 409,
    uk: 'Звіт не завершено. Аркушів, які не прийнято або які змінилися після прийняття: {count}. Нічого не змінено. Прийміть їх і завершіть звіт знову.',
    en: 'The report was not finalised. Sheets that are not accepted, or have changed since: {count}. Nothing was changed. Accept them and finalise again.',
  },
  'finalising.empty': {
    status: 409,
    uk: 'У звіті немає жодного виконавця, тому завершувати нічого. Додайте виконавців у будові звіту.',
    en: 'No organisation takes part in this report, so there is nothing to finalise. Add organisations to its structure.',
  },
  'finalising.changed': {
    status: 409,
    uk: 'Доки формувалися файли, хтось змінив звіт, тому його не завершено і нічого не збережено. Зміни на місці. Перегляньте їх і завершіть звіт знову.',
    en: 'Somebody changed the report while its files were being made, so it was not finalised and nothing was stored. The changes are kept. Look at them and finalise again.',
  },
  'finalising.busy': {
    status: 409,
    uk: 'Цей звіт уже хтось завершує. Зачекайте хвилину й оновіть сторінку.',
    en: 'Somebody is finalising this report already. Wait a minute and reload the page.',
  },
  'finalising.version-unknown': {
    status: 404,
    uk: 'Такої версії або такого файлу немає. Оновіть сторінку.',
    en: 'There is no such version or file. Reload the page.',
  },
  'signature.not-one': {
    status: 400,
    uk: 'Цей файл не схожий на підпис: очікується CMS (.p7s) або контейнер ASiC (.asice). Нічого не долучено. Оберіть файл, який створила програма підписування.',
    en: 'This file does not look like a signature: CMS (.p7s) or an ASiC container (.asice) is expected. Nothing was attached. Choose the file that the signing program made.',
  },
  'signature.too-large': {
    status: 413,
    uk: 'Файл завеликий для підпису: дозволено щонайбільше {limit} КБ. Нічого не долучено.',
    en: 'The file is too large for a signature: at most {limit} kB are allowed. Nothing was attached.',
  },
  'signature.other-version': {
    status: 409,
    uk: 'Підпис призначено для іншої версії звіту. Нічого не долучено. Оновіть сторінку й оберіть версію, яку підписано.',
    en: 'The signature is for another version of the report. Nothing was attached. Reload the page and choose the version that was signed.',
  },
  'signature.twice': {
    status: 409,
    uk: 'Цей підпис до версії вже долучали. Нічого не змінено.',
    en: 'This signature has been attached to the version already. Nothing was changed.',
  },
  'signature.unknown': {
    status: 404,
    uk: 'Такого підпису немає або його вже відкликано. Оновіть сторінку.',
    en: 'There is no such signature, or it is withdrawn already. Reload the page.',
  },
  'reader-link.unknown': {
    status: 404,
    uk: 'Такого посилання немає або його вже відкликано. Оновіть сторінку.',
    en: 'There is no such link, or it is withdrawn already. Reload the page.',
  },
  'reader-link.nothing': {
    status: 409,
    uk: 'Звіт ще жодного разу не завершували, тому читачам нема чого показати. Завершіть звіт і створіть посилання.',
    en: 'The report has never been finalised, so there is nothing to show to readers. Finalise it and make the link.',
  },
} as const satisfies Record<string, ErrorEntry>;
