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
} as const satisfies Record<string, ErrorEntry>;
