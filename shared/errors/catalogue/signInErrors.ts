import type { ErrorEntry } from './ErrorEntry.ts';

/** Of the ways in beside the password: one-time links, second factors. */
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
  'session.code-required': {
    status: 401,
    uk: 'Пароль підійшов. Впишіть ще код із застосунку на телефоні або резервний код.',
    en: 'The password is right. Enter a code of the app on your phone too, or a recovery code.',
  },
  'session.factor-required': {
    status: 403,
    uk: 'Адміністратори й координатори входять тут із кодом із телефона. Увімкніть другий чинник, і все відкриється.',
    en: 'Administrators and coordinators sign in here with a code of their phone. Turn the second factor on, and everything opens.',
  },
  'factor.wrong-code': {
    status: 401,
    uk: 'Код не підходить. Впишіть той, що на телефоні зараз. Якщо не допомагає, перевірте, чи час на телефоні встановлюється автоматично.',
    en: 'The code is wrong. Enter the one that the phone shows at this moment. If that does not help, check that the phone sets its clock by itself.',
  },
  'factor.used-code': {
    status: 401,
    uk: 'Цей код уже використано, або після нього вже входили новішим. Зачекайте, доки телефон покаже наступний, і впишіть його.',
    en: 'This code, or a later one, has been used already. Wait until the phone shows the next, and enter that.',
  },
  'factor.clock': {
    status: 401,
    uk: 'Код правильний, але з іншого часу: годинник телефона чи сервера помиляється на {minutes} хв. Увімкніть на телефоні автоматичний час і спробуйте знову; якщо не допоможе, скажіть адміністраторові.',
    en: 'The code is right but of another time: the clock of the phone or of the server is off by {minutes} min. Let the phone set its clock by itself and try again; if that does not help, tell the administrator.',
  },
  'factor.on': {
    status: 409,
    uk: 'Другий чинник уже ввімкнено. Щоб перенести його на інший телефон, спершу вимкніть. Оновіть сторінку.',
    en: 'The second factor is on already. Turn it off first to move it to another phone. Reload the page.',
  },
  'factor.none': {
    status: 409,
    uk: 'Другий чинник не ввімкнено, або його тим часом налаштовували деінде. Нічого не змінено. Оновіть сторінку й почніть спочатку.',
    en: 'There is no second factor, or it was being set up elsewhere. Nothing was changed. Reload the page and begin again.',
  },
} as const satisfies Record<string, ErrorEntry>;
