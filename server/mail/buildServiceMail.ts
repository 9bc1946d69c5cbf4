import type { Language } from '#shared/errors/AppError.ts';
import type { WrittenMail } from './buildDigest.ts';
import { layOutHtml, layOutText, type MailBlock, toOneLine } from './MailLayout.ts';
import { fillText, mailTexts } from './mailTexts.ts';

/** The one mail that goes to an address before it is confirmed: with the link that does it. */
export function buildConfirmation(
  language: Language,
  name: string,
  origin: string,
  confirmPage: string,
): WrittenMail {
  const { hello, confirmation } = mailTexts[language];
  return build(language, confirmation.subject, [
    { kind: 'text', text: fillText(hello, { name: toOneLine(name) }) },
    { kind: 'text', text: fillText(confirmation.lead, { origin }) },
    { kind: 'button', link: { text: confirmation.button, href: confirmPage } },
    { kind: 'small', text: confirmation.foreign, links: [] },
  ]);
}

/** By which an administrator sees that mail works. */
export function buildTestMail(language: Language, origin: string): WrittenMail {
  const { test } = mailTexts[language];
  return build(language, test.subject, [{ kind: 'text', text: fillText(test.lead, { origin }) }]);
}

function build(language: Language, subject: string, blocks: readonly MailBlock[]): WrittenMail {
  return { subject, text: layOutText(blocks), html: layOutHtml(language, subject, blocks) };
}
