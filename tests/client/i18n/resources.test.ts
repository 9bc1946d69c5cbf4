import { expect, test } from 'vitest';
import { english, ukrainian } from '#client/i18n/resources.ts';
import { findMixedScripts } from '#tests/support/findMixedScripts.ts';

type Texts = { readonly [key: string]: string | Texts };

const pluralForms = { uk: ['few', 'many', 'one', 'other'], en: ['one', 'other'] } as const;
const plural = /^(?<key>.+)_(?<form>zero|one|two|few|many|other)$/;

/** Every text by its full key. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Keys without their plural forms, and the forms that each counted key has. */
function readKeys(texts: Texts) {
  const keys = new Set<string>();
  const forms = new Map<string, string[]>();
  for (const key of flatten(texts).keys()) {
    const counted = plural.exec(key)?.groups;
    const name = counted?.key ?? key;
    keys.add(name);
    if (counted?.form) forms.set(name, [...(forms.get(name) ?? []), counted.form]);
  }
  return { keys: [...keys].sort(), forms };
}

const uk = readKeys(ukrainian);
const en = readKeys(english);

test('CTL-11 both languages have the same texts', () => {
  expect(en.keys).toEqual(uk.keys);
  expect(uk.keys.length).toBeGreaterThan(100);
});

test('CTL-11 counted texts have every plural form of their language', () => {
  for (const [language, { forms }] of [['uk', uk] as const, ['en', en] as const]) {
    for (const [key, found] of forms) expect([key, found.sort()]).toEqual([key, pluralForms[language]]);
  }
  expect([...en.forms.keys()].sort()).toEqual([...uk.forms.keys()].sort());
});

test('CTL-11 a text says the same things in both languages: its variables agree', () => {
  const readVariables = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
  const inEnglish = flatten(english);
  for (const [key, text] of flatten(ukrainian)) {
    const other = inEnglish.get(key);
    if (other !== undefined) expect([key, readVariables(other)]).toEqual([key, readVariables(text)]);
  }
});

test('CTL-11 no word mixes Latin and Cyrillic letters', () => {
  const texts = [...flatten(ukrainian), ...flatten(english)];
  for (const [key, text] of texts) expect([key, findMixedScripts(text)]).toEqual([key, []]);
});
