import type { ErrorEntry } from './ErrorEntry.ts';

/** Of signing in by an OpenID Connect provider. */
export const oidcErrors = {
  'oidc.off': {
    status: 404,
    uk: 'Вхід через зовнішню службу тут не налаштовано. Увійдіть з паролем.',
    en: 'Signing in by another service is not set up here. Sign in with your password.',
  },
  'oidc.unavailable': {
    status: 503,
    uk: 'Служба входу зараз не відповідає. Спробуйте за кілька хвилин. Якщо маєте пароль у «Звіті», увійдіть з ним: він діє.',
    en: 'The sign-in service does not answer at the moment. Try again in a few minutes. If you have a password in Zvit, sign in with it: it works.',
  },
  'oidc.denied': {
    status: 403,
    uk: 'Служба входу вас не впустила або вхід скасовано ({reason}). Спробуйте ще раз або увійдіть з паролем.',
    en: 'The sign-in service did not let you in, or the sign-in was cancelled ({reason}). Try again, or sign in with your password.',
  },
  'oidc.flow-gone': {
    status: 409,
    uk: 'Цей вхід уже завершено, він тривав надто довго або почався в іншому браузері. Нікого не впущено. Почніть спочатку.',
    en: 'This sign-in has ended already, took too long, or was begun in another browser. Nobody was let in. Begin again.',
  },
  'oidc.code-used': {
    status: 409,
    uk: 'Служба входу каже, що її відповідь уже використано або вона застаріла. Нікого не впущено. Почніть спочатку.',
    en: 'The sign-in service says that its answer was used already or is too old. Nobody was let in. Begin again.',
  },
  'oidc.untrusted': {
    status: 502,
    uk: 'Відповідь служби входу не пройшла перевірки ({detail}), тому нікого не впущено. Спробуйте ще раз; якщо не допоможе, покажіть це адміністраторові. З паролем увійти можна.',
    en: 'The answer of the sign-in service did not pass a check ({detail}), so nobody was let in. Try again; if that does not help, show this to the administrator. A password still works.',
  },
  'oidc.clock': {
    status: 502,
    uk: 'Годинник служби входу або цього сервера помиляється на {minutes} хв, тому її відповіді вірити не можна. Нікого не впущено. Скажіть адміністраторові. З паролем увійти можна.',
    en: 'The clock of the sign-in service or of this server is off by {minutes} min, so its answer cannot be trusted. Nobody was let in. Tell the administrator. A password still works.',
  },
  'oidc.no-rights': {
    status: 403,
    uk: 'Служба входу вас упізнала, але прав у «Звіті» у вас немає. Передайте адміністраторові: {label}, ідентифікатор {subject}.',
    en: 'The sign-in service knows you, but you have no rights in Zvit. Give this to the administrator: {label}, identifier {subject}.',
  },
  'oidc.unknown-organisation': {
    status: 403,
    uk: 'Служба входу назвала установу, якої у «Звіті» немає або яка не бере участі у звітах: {organisations}. Прав це не дає. Передайте адміністраторові: {label}, ідентифікатор {subject}.',
    en: 'The sign-in service named an organisation that Zvit does not have, or that takes part in no report: {organisations}. That gives no rights. Give this to the administrator: {label}, identifier {subject}.',
  },
  'oidc.account-exists': {
    status: 409,
    uk: 'Обліковий запис «{login}» тут уже є, і сам він не прив’язується. Якщо він ваш, увійдіть з паролем і прив’яжіть вхід у профілі. Інакше передайте адміністраторові ідентифікатор {subject}.',
    en: 'There is an account “{login}” here already, and it is not linked by itself. If it is yours, sign in with your password and link it on your profile page. Otherwise give the administrator the identifier {subject}.',
  },
  'oidc.identity-taken': {
    status: 409,
    uk: 'Цей запис служби входу вже прив’язано до іншого користувача «Звіту». Нічого не змінено. Спершу відв’яжіть його там.',
    en: 'This identity of the sign-in service is linked to another person in Zvit. Nothing was changed. Unlink it there first.',
  },
  'oidc.linked': {
    status: 409,
    uk: 'До цього користувача вже прив’язано запис служби входу. Нічого не змінено. Спершу відв’яжіть його.',
    en: 'This person is linked to an identity of the sign-in service already. Nothing was changed. Unlink that one first.',
  },
  'oidc.none': {
    status: 404,
    uk: 'Вхід через службу до цього користувача не прив’язано. Оновіть сторінку.',
    en: 'This person is not linked to the sign-in service. Reload the page.',
  },
  'oidc.only-way': {
    status: 409,
    uk: 'Пароля у вас немає, тож після відв’язування ви не змогли б увійти. Нічого не змінено. Попросіть в адміністратора посилання, щоб задати пароль.',
    en: 'You have no password, so once unlinked you could not sign in. Nothing was changed. Ask the administrator for a link to set one.',
  },
  'session.not-fresh': {
    status: 403,
    uk: 'Пароля у вас немає, тому для цього потрібен щойно зроблений вхід. Вийдіть, увійдіть через службу входу знову й зробіть це впродовж 10 хвилин.',
    en: 'You have no password, so this takes a sign-in of just now. Sign out, sign in by the service again, and do this within 10 minutes.',
  },
} as const satisfies Record<string, ErrorEntry>;
