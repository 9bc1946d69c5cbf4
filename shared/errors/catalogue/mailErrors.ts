import type { ErrorEntry } from './ErrorEntry.ts';

/** Of e-mail. */
export const mailErrors = {
  'mail.off': {
    status: 409,
    uk: 'З цього сервера листів не надсилають. Нічого не змінено. Щоб їх надсилати, той, хто доглядає сервер, має задати SMTP_URL.',
    en: 'No mail is sent from this server. Nothing was changed. To have it sent, whoever runs the server sets SMTP_URL.',
  },
  'mail.no-address': {
    status: 409,
    uk: 'Адреси для листів не вказано, тож змінювати нічого. Спершу впишіть адресу.',
    en: 'No address for mail was given, so there is nothing to change. Give an address first.',
  },
  'mail.link-invalid': {
    status: 410,
    uk: 'Посилання з листа вже не діє: адресу змінено або вилучено, минув тиждень, або його скопійовано не повністю. Нічого не змінено. Відкрийте профіль і надішліть собі новий лист.',
    en: 'The link of the mail does not work any more: the address was changed or removed, a week has gone by, or it was not copied whole. Nothing was changed. Open your profile and have another mail sent.',
  },
  'mail.not-sent': {
    status: 502,
    uk: 'Лист не надіслано: {detail}. Перевірте адресу та налаштування SMTP_URL і MAIL_FROM, тоді спробуйте ще раз.',
    en: 'The mail was not sent: {detail}. Check the address and the settings SMTP_URL and MAIL_FROM, then try again.',
  },
} as const satisfies Record<string, ErrorEntry>;
