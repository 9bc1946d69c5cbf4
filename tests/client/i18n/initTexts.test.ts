import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { initTexts } from '#client/i18n/initTexts.ts';

/** As a page has it. */
async function openTexts(language: 'uk' | 'en') {
  const i18n = createInstance();
  await initTexts(i18n, language);
  return i18n.getFixedT(language, ['common', 'grid', 'small', 'users']);
}

test('LNG-2 a count within a sentence is grouped from five digits on, in both languages', async () => {
  const uk = await openTexts('uk');
  expect(uk('small:rows', { count: 1_717 })).toBe('1717 рядків');
  expect(uk('small:rows', { count: 10_001 })).toBe('10\u00A0001 рядок');
  expect(uk('grid:status.shown', { shown: 47_580, all: 1_000_000 })).toBe(
    'Показано 47\u00A0580 з 1\u00A0000\u00A0000',
  );
  const en = await openTexts('en');
  expect(en('small:rows', { count: 10_000 })).toBe('10\u00A0000 rows');
});

test('LNG-2 a name made of digits, and what was printed before, stay as they are', async () => {
  const uk = await openTexts('uk');
  expect(uk('small:form.title', { number: '10432' })).toBe('Рядок 10432');
  expect(uk('users:form.role', { year: 2020 })).toBe('Роль у звіті за 2020 рік');
  expect(uk('small:here', { name: '<b>' })).toBe('<b> тут');
});
