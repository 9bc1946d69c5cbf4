import type { ErrorEntry } from './ErrorEntry.ts';

/** Of the ways in beside the password: one-time links. */
export const signInErrors = {
  'link.unknown': {
    status: 404,
    uk: 'Такого посилання немає. Нічого не змінено. Перевірте, чи скопійовано його повністю, або попросіть в адміністратора нове.',
    en: 'There is no such link. Nothing was changed. Check that it was copied whole, or ask the administrator for another.',
  },
  'link.used': {
    status: 410,
    uk: 'За цим посиланням пароль уже задано, вдруге воно не діє. Увійдіть зі своїм паролем. Якщо задавали не ви, негайно скажіть адміністраторові.',
    en: 'A password has already been set by this link, and it works once. Sign in with your password. If it was not you who set it, tell the administrator at once.',
  },
  'link.expired': {
    status: 410,
    uk: 'Строк дії посилання минув. Нічого не змінено. Попросіть в адміністратора нове.',
    en: 'This link has expired. Nothing was changed. Ask the administrator for another.',
  },
  'link.withdrawn': {
    status: 410,
    uk: 'Адміністратор відкликав це посилання або дав інше. Нічого не змінено. Скористайтеся новішим чи попросіть його.',
    en: 'The administrator has withdrawn this link or made another. Nothing was changed. Use the later one, or ask for it.',
  },
  'link.none': {
    status: 404,
    uk: 'Посилання, яке ще діє, в цього користувача немає. Оновіть сторінку.',
    en: 'This user has no link that still works. Reload the page.',
  },
  'link.disabled': {
    status: 409,
    uk: 'Обліковий запис вимкнено, тож посилання нічого не відкрило б. Його не створено. Спершу ввімкніть обліковий запис.',
    en: 'The account is switched off, so a link would open nothing. None was made. Switch the account on first.',
  },
} as const satisfies Record<string, ErrorEntry>;
