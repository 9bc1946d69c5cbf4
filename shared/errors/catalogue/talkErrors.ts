import type { ErrorEntry } from './ErrorEntry.ts';

/** Of comments. */
export const talkErrors = {
  'comment.unknown': {
    status: 404,
    uk: 'Такого коментаря немає: можливо, його вилучено. Нічого не змінено. Оновіть список коментарів.',
    en: 'There is no such comment; it may have been deleted. Nothing was changed. Reload the list of comments.',
  },
  'comment.place-gone': {
    status: 409,
    uk: 'Місця, про яке цей коментар, уже немає: рядок або абзац вилучено. Коментар не збережено. Скопіюйте текст і напишіть його в іншому місці.',
    en: 'The place of this comment is not there any more: its row or paragraph was deleted. The comment was not saved. Copy its text and write it elsewhere.',
  },
  'comment.not-yours': {
    status: 403,
    uk: 'Змінити або вилучити коментар може лише той, хто його написав. Нічого не змінено. Напишіть відповідь.',
    en: 'A comment is changed or deleted by its author only. Nothing was changed. Write an answer instead.',
  },
  'comment.resolved': {
    status: 409,
    uk: 'Це обговорення вже завершено. Відповідь не збережено. Відкрийте його знову, щоб відповісти.',
    en: 'This thread is resolved. The answer was not saved. Open it again to answer.',
  },
  'comment.too-many': {
    status: 409,
    uk: 'У цьому обговоренні вже {limit} коментарів, більше не вміститься. Коментар не збережено. Почніть нове обговорення.',
    en: 'This thread has {limit} comments already and takes no more. The comment was not saved. Begin another thread.',
  },
  'comment.mention-no-access': {
    status: 422,
    uk: '{name} не має доступу до цього звіту, тож не побачить коментаря. Коментар не збережено. Приберіть згадку або попросіть адміністратора надати доступ.',
    en: '{name} has no access to this report and would not see the comment. The comment was not saved. Take the mention out, or ask the administrator to give access.',
  },
  'comment.mention-unknown': {
    status: 422,
    uk: 'Людини, яку ви згадали, серед користувачів немає. Коментар не збережено. Оберіть когось зі списку, який відкриває знак @.',
    en: 'The person you mentioned is not among the users. The comment was not saved. Choose somebody from the list that the sign @ opens.',
  },
} as const satisfies Record<string, ErrorEntry>;
