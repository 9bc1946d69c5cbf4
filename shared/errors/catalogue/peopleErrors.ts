import type { ErrorEntry } from './ErrorEntry.ts';

/** Of people: who they are, what they may do, and what is theirs. */
export const peopleErrors = {
  'session.required': {
    status: 401,
    uk: 'Сеанс завершено. Незбережене лишилося в цьому браузері. Увійдіть знову.',
    en: 'Your session has ended. Unsent changes are kept in this browser. Sign in again.',
  },
  'session.wrong-credentials': {
    status: 401,
    uk: 'Ім’я для входу або пароль не підходить. Перевірте розкладку та Caps Lock.',
    en: 'The login or the password is wrong. Check the keyboard layout and Caps Lock.',
  },
  'session.locked': {
    status: 429,
    uk: 'Забагато невдалих спроб. Вхід закрито на {minutes} хв. Зачекайте або зверніться до адміністратора.',
    en: 'Too many failed attempts. Sign-in is closed for {minutes} min. Wait, or ask the administrator.',
  },
  'session.disabled': {
    status: 403,
    uk: 'Обліковий запис вимкнено. Зверніться до адміністратора.',
    en: 'This account is switched off. Ask the administrator.',
  },
  'password.wrong-current': {
    status: 422,
    uk: 'Нинішній пароль не підходить. Пароль не змінено. Перевірте розкладку та Caps Lock.',
    en: 'The current password is wrong. The password was not changed. Check the keyboard layout and Caps Lock.',
  },
  'token.invalid': {
    status: 401,
    uk: 'Ключ доступу недійсний або відкликаний. Створіть новий у профілі.',
    en: 'The access token is not valid or was revoked. Make a new one in your profile.',
  },
  'token.unknown': {
    status: 404,
    uk: 'Такого ключа доступу вже немає. Оновіть сторінку.',
    en: 'There is no such access token any more. Reload the page.',
  },
  'session.unknown': {
    status: 404,
    uk: 'Такого сеансу вже немає. Оновіть сторінку.',
    en: 'There is no such session any more. Reload the page.',
  },
  'access.report': {
    status: 403,
    uk: 'Ви не берете участі в цьому звіті. Попросіть координатора додати вас.',
    en: 'You take no part in this report. Ask its coordinator to add you.',
  },
  'access.not-your-sheet': {
    status: 403,
    uk: 'Рядок заповнює інший виконавець: {organisation}. Ви можете його лише переглядати.',
    en: 'This row belongs to another organisation: {organisation}. You may only read it.',
  },
  'access.viewer': {
    status: 403,
    uk: 'У вас є право лише переглядати цей звіт.',
    en: 'You may only read this report.',
  },
  'access.sheet-locked': {
    status: 409,
    uk: 'Аркуш уже подано координатору, тому змінити його не можна. Попросіть повернути його на доопрацювання.',
    en: 'The sheet has been submitted and cannot be changed. Ask the coordinator to return it.',
  },
  'access.narrative': {
    status: 403,
    uk: 'Текст цього напряму веде інший виконавець. Ви можете його лише переглядати.',
    en: 'The text of this direction belongs to another organisation. You may only read it.',
  },
  'access.coordinator-only': {
    status: 403,
    uk: 'Це може зробити лише координатор звіту.',
    en: 'Only the coordinator of the report may do this.',
  },
  'access.administrator-only': {
    status: 403,
    uk: 'Це може зробити лише адміністратор.',
    en: 'Only the administrator may do this.',
  },
  'user.login-taken': {
    status: 409,
    uk: 'Таке ім’я для входу вже є. Оберіть інше.',
    en: 'This login is taken. Choose another.',
  },
  'user.unknown': {
    status: 404,
    uk: 'Такого користувача немає. Оновіть сторінку.',
    en: 'There is no such user. Reload the page.',
  },
  'user.membership-invalid': {
    status: 422,
    uk: 'Права «{membership}» вказано двічі, або такого звіту чи виконавця немає. Нічого не змінено. Оновіть сторінку й повторіть.',
    en: 'The membership “{membership}” is given twice, or there is no such report or organisation. Nothing was changed. Reload the page and try again.',
  },
  'user.last-administrator': {
    status: 409,
    uk: 'Це останній адміністратор. Спершу призначте іншого.',
    en: 'This is the last administrator. Appoint another first.',
  },
  'view.unknown': {
    status: 404,
    uk: 'Такого вигляду вже немає. Таблиця лишилася як була. Оберіть інший або збережіть його наново.',
    en: 'There is no such view any more. The table stays as it is. Choose another, or save it anew.',
  },
  'version.unknown': {
    status: 404,
    uk: 'Такої названої версії вже немає. Нічого не змінено. Оновіть список.',
    en: 'There is no such named version any more. Nothing was changed. Fetch the list anew.',
  },
  'version.name-taken': {
    status: 409,
    uk: 'Версія «{name}» у цьому звіті вже є. Нічого не змінено. Дайте іншу назву.',
    en: 'This report already has a version “{name}”. Nothing was changed. Choose another name.',
  },
  'version.too-many': {
    status: 409,
    uk: 'У звіті вже {limit} названих версій, більше не буває. Звіт і його історія лишаються як є.',
    en: 'The report has {limit} named versions already, which is all there may be. The report and its history stay as they are.',
  },
  'version.to-come': {
    status: 400,
    uk: 'Цей час ще не настав. Нічого не збережено. Назвіть мить, яка вже минула.',
    en: 'That time has not come yet. Nothing was saved. Name a moment that has passed.',
  },
  'view.name-taken': {
    status: 409,
    uk: 'Вигляд «{name}» у цій таблиці вже є. Нічого не змінено. Дайте іншу назву.',
    en: 'This table already has a view “{name}”. Nothing was changed. Choose another name.',
  },
  'view.too-many': {
    status: 409,
    uk: 'Виглядів уже {limit}, більше зберегти не можна. Нічого не змінено. Видаліть зайвий.',
    en: 'There are {limit} views already, which is all there may be. Nothing was changed. Delete one first.',
  },
  'view.changed': {
    status: 409,
    uk: 'Вигляд «{name}» тим часом змінили. Ваше не записано, таблиця лишилася як була. Відкрийте його знову або збережіть своє під іншою назвою.',
    en: 'The view “{name}” has been changed in the meantime. Yours was not saved, the table stays as it is. Open it again, or save yours under another name.',
  },
} as const satisfies Record<string, ErrorEntry>;
