import type { NoticeKind } from '#shared/api/notices.ts';
import type { Language } from '#shared/errors/AppError.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { en } from './texts/en.ts';
import type { MailTexts } from './texts/MailTexts.ts';
import { uk } from './texts/uk.ts';

export const mailTexts: Record<Language, MailTexts> = { uk, en };

const rules = { uk: new Intl.PluralRules('uk'), en: new Intl.PluralRules('en') };

/** `{name}` in a text of {@link mailTexts}; a value is never looked through for more. */
export function fillText(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `3 коментарі`. */
export function countKind(language: Language, kind: NoticeKind, count: number): string {
  const { one, few, many } = mailTexts[language].counted[kind];
  const category = rules[language].select(count);
  const noun = category === 'one' ? one : category === 'few' ? few : many;
  return `${formatCount(count)} ${noun}`;
}
