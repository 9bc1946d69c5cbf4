import type { MailTexts } from './MailTexts.ts';

const counted = (one: string, many: string) => ({ one, few: many, many });

export const en: MailTexts = {
  product: 'Zvit',
  hello: 'Hello, {name}!',
  nameless: 'An account without a name',
  textOfReport: 'text of the report',
  confirmation: {
    subject: 'Confirm the address for mail from Zvit',
    lead: 'This address was given for your account in Zvit ({origin}). Confirm it, and we will write here about mentions, comments, submissions and deadlines. The link works for seven days.',
    button: 'Confirm the address',
    foreign: 'If you know nothing of this, do nothing: without your confirmation there will be no mail.',
  },
  test: {
    subject: 'A test mail from Zvit',
    lead: 'An administrator of Zvit ({origin}) sent this to try the mail. If you read it, the mail works.',
  },
  digest: {
    several: 'Zvit: {what}',
    lead: 'This happened while you were away:',
    report: 'Report {year}',
    open: 'Open',
    more: 'And {count} more: they are behind the bell in Zvit.',
    button: 'Open Zvit',
    why: 'You get this mail because you confirmed this address in Zvit.',
    choose: 'Choose what to be told',
    stop: 'Unsubscribe',
    deadline: 'To be submitted by {date}',
  },
  kind: {
    mention: '{name} mentions you in a comment: {organisation}',
    answer: '{name} answers in a thread: {organisation}',
    comment: '{name} comments on a row: {organisation}',
    submitted: '{name} submits the sheet: {organisation}',
    returned: '{name} returns the sheet to be mended: {organisation}',
    accepted: '{name} accepts the sheet: {organisation}',
    deadline: 'The sheet is not submitted yet: {organisation}',
    changed: '{name} changes an accepted sheet: {organisation}',
  },
  counted: {
    mention: counted('mention', 'mentions'),
    answer: counted('answer', 'answers'),
    comment: counted('comment', 'comments'),
    submitted: counted('submitted sheet', 'submitted sheets'),
    returned: counted('returned sheet', 'returned sheets'),
    accepted: counted('accepted sheet', 'accepted sheets'),
    deadline: counted('reminder of a deadline', 'reminders of deadlines'),
    changed: counted('changed accepted sheet', 'changed accepted sheets'),
  },
};
