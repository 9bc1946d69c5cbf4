import type { ErrorEntry } from './ErrorEntry.ts';

/** Of submitting, returning and accepting sheets. The first four name what the sheet is. */
export const submissionErrors = {
  'submission.now-draft': {
    status: 409,
    uk: 'Цей аркуш — чернетка: його ще не подано або подання відкликано. Нічого не змінено. Зачекайте, доки виконавець його подасть.',
    en: 'This sheet is a draft: it was not submitted yet, or was withdrawn. Nothing was changed. Wait until its organisation submits it.',
  },
  'submission.now-submitted': {
    status: 409,
    uk: 'Цей аркуш уже подано, він чекає на рішення координатора. Нічого не змінено.',
    en: 'This sheet is already submitted and waits for the coordinator. Nothing was changed.',
  },
  'submission.now-accepted': {
    status: 409,
    uk: 'Цей аркуш уже прийнято, і відтоді він не змінився. Нічого не змінено. Якщо його треба виправити, хай координатор його поверне.',
    en: 'This sheet is already accepted and has not changed since. Nothing was changed. To mend it, the coordinator has to return it.',
  },
  'submission.now-returned': {
    status: 409,
    uk: 'Цей аркуш повернуто виконавцеві на доопрацювання. Нічого не змінено. Зачекайте, доки його подадуть знову.',
    en: 'This sheet has been returned to its organisation. Nothing was changed. Wait until it is submitted again.',
  },
  'submission.content-changed': {
    status: 409,
    uk: 'Аркуш змінився після того, як ви його переглянули, тому його не прийнято. Перегляньте його ще раз і прийміть те, що в ньому є.',
    en: 'The sheet changed after you looked at it, so it was not accepted. Look at it again and accept what it holds.',
  },
  'submission.findings-open': {
    status: 409,
    uk: 'Аркуш не подано. Зауважень, яких не виправлено й не пояснено: {count}. Рядки збережено. Виправте або поясніть кожне й подайте аркуш знову.',
    en: 'The sheet was not submitted. Findings that are neither mended nor explained: {count}. The rows are kept. Mend or explain each and submit again.',
  },
  'submission.finding-gone': {
    status: 409,
    uk: 'Такого зауваження в аркуші вже немає, тому пояснювати нічого. Оновіть список зауважень.',
    en: 'The sheet has no such finding any more, so there is nothing to explain. Reload the list of findings.',
  },
  'submission.kept': {
    status: 409,
    uk: '«{title}» не вилучено зі звіту: аркуш уже подавали, а подання зберігаються назавжди. Нічого не змінено.',
    en: '“{title}” was not taken out of the report: its sheet has been submitted, and submissions are kept for ever. Nothing was changed.',
  },
  'access.editors-only': {
    status: 403,
    uk: 'Це може зробити лише виконавець, який заповнює цей аркуш. Нічого не змінено.',
    en: 'Only the organisation that fills in this sheet may do this. Nothing was changed.',
  },
} as const satisfies Record<string, ErrorEntry>;
