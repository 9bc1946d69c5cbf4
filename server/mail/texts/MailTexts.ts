import type { NoticeKind } from '#shared/api/notices.ts';

/** The words of one language in which mail is written. What is in braces is filled in. */
export type MailTexts = {
  product: string;
  hello: string;
  nameless: string;
  textOfReport: string;
  confirmation: { subject: string; lead: string; button: string; foreign: string };
  test: { subject: string; lead: string };
  digest: {
    /** Before what is counted, when there is more than one thing. */
    several: string;
    lead: string;
    report: string;
    open: string;
    more: string;
    button: string;
    why: string;
    choose: string;
    stop: string;
    deadline: string;
  };
  /** What happened, in one sentence. */
  kind: Record<NoticeKind, string>;
  /** What it is called when it is counted, by the plural rules of the language. */
  counted: Record<NoticeKind, { one: string; few: string; many: string }>;
};
