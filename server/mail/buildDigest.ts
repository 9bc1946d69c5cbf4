import type { NoticeAnswer } from '#shared/api/notices.ts';
import { NoticeKind } from '#shared/api/notices.ts';
import type { Language } from '#shared/errors/AppError.ts';
import { noticePath } from '#shared/notices/noticePath.ts';
import { layOutHtml, layOutText, type MailBlock, toOneLine } from './MailLayout.ts';
import { countKind, fillText, mailTexts } from './mailTexts.ts';

/** What of an `OutgoingMail` is written. */
export type WrittenMail = { subject: string; text: string; html: string };

/** Of each mail; what is over is counted. */
export const digestItems = 30;

type Digest = {
  language: Language;
  /** Whom it is for. */
  name: string;
  notices: readonly NoticeAnswer[];
  /** Of the product, without a slash at the end. */
  origin: string;
  stopPage: string;
};

/** All that a person was told since the last one, report by report, each with the way to its place. */
export function buildDigest({ language, name, notices, origin, stopPage }: Digest): WrittenMail {
  const texts = mailTexts[language];
  const { digest } = texts;
  const shown = notices.slice(0, digestItems);
  const reports = [...new Set(shown.map(({ reportId }) => reportId))];
  const blocks: MailBlock[] = [
    { kind: 'text', text: `${fillText(texts.hello, { name: toOneLine(name) })}\n${digest.lead}` },
    ...reports.flatMap((reportId) => {
      const ofReport = shown.filter((notice) => notice.reportId === reportId);
      const year = String(ofReport[0]?.year ?? '');
      return [
        { kind: 'heading' as const, text: fillText(digest.report, { year }) },
        ...ofReport.map((notice) => buildItem(language, origin, notice)),
      ];
    }),
  ];
  const more = notices.length - shown.length;
  if (more > 0) blocks.push({ kind: 'text', text: fillText(digest.more, { count: String(more) }) });
  blocks.push(
    { kind: 'button', link: { text: digest.button, href: `${origin}/` } },
    {
      kind: 'small',
      text: digest.why,
      links: [
        { text: digest.choose, href: `${origin}/profile` },
        { text: digest.stop, href: stopPage },
      ],
    },
  );
  const subject = buildSubject(language, notices);
  return { subject, text: layOutText(blocks), html: layOutHtml(language, subject, blocks) };
}

/** What and how much: `Звіт: 2 коментарі, 1 поданий аркуш`; of one thing what it is. */
function buildSubject(language: Language, notices: readonly NoticeAnswer[]): string {
  const [only] = notices;
  if (only !== undefined && notices.length === 1) return toOneLine(describe(language, only), 150);
  const counts = NoticeKind.options.flatMap((kind) => {
    const count = notices.filter((notice) => notice.kind === kind).length;
    return count === 0 ? [] : [countKind(language, kind, count)];
  });
  return toOneLine(fillText(mailTexts[language].digest.several, { what: counts.join(', ') }), 150);
}

function describe(language: Language, { kind, by, organisation }: NoticeAnswer): string {
  const texts = mailTexts[language];
  return fillText(texts.kind[kind], {
    name: toOneLine(by?.name ?? texts.nameless),
    organisation: toOneLine(organisation ?? texts.textOfReport),
  });
}

function buildItem(language: Language, origin: string, notice: NoticeAnswer): MailBlock {
  const texts = mailTexts[language].digest;
  const { words } = notice.subject;
  const isDeadline = notice.kind === 'deadline';
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(notice.at),
  );
  const deadline =
    isDeadline && words !== ''
      ? `${fillText(texts.deadline, { date: words.split('-').reverse().join('.') })} · `
      : '';
  return {
    kind: 'item',
    text: describe(language, notice),
    quote: isDeadline ? '' : words.trim(),
    note: `${deadline}${time}`,
    link: { text: texts.open, href: `${origin}${noticePath(notice)}` },
  };
}
