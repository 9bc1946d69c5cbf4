import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { escapeCell } from '#server/export/markdown/escapeMarkdown.ts';
import { writeReportMarkdown } from '#server/export/markdown/writeReportMarkdown.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import type { TextInline } from '#shared/report/TextModel.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { buildEveryBlock, paragraph, textOf, withText } from '#tests/support/buildTextModel.ts';

const final = { isDraft: false };
const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));
const empty = buildReportModel(buildContent(buildReportStructure(), []));
/** As far as micromark escapes. */
const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function parse(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfmTable()],
    htmlExtensions: [gfmTableHtml()],
  });
}

function render(markdown: string): string {
  return parse(markdown)
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What the first paragraph of direction 1 renders to. */
function renderParagraph(...content: TextInline[]): string {
  const page = parse(writeReportMarkdown(withText(empty, 1, [paragraph(...content)]), final));
  return page.slice(page.indexOf('</h2>') + 5, page.indexOf('<h2>', page.indexOf('</h2>'))).trim();
}

const hostile = fc.string({
  unit: fc.constantFrom(...'*_|<>[]()`~&#+-=.!\\1 aя«»'),
  minLength: 1,
  maxLength: 12,
});

describe('writeReportMarkdown', () => {
  it('EXP-54 every block arrives as what it is', () => {
    const page = render(writeReportMarkdown(withText(example, 1, buildEveryBlock(example)), final));
    expect(page).toContain('<h3>Заголовок *один*</h3>');
    expect(page).toContain('<h5>Заголовок три</h5>');
    expect(page).toContain(
      'Разом <strong>437\u00A0603,56\u00A0грн</strong> <script>alert(1)</script> & «так»',
    );
    expect(page).toContain('<strong>жирно</strong> і <em>похило</em><br />');
    expect(page).toContain('<a href="https://kr.gov.ua/?a=1&b=(2)">посилання</a>');
    expect(page).not.toContain('href="javascript');
    expect(page).toMatch(
      /<ol start="3">\s*<li>третій\s*<ul>\s*<li>вкладений<\/li>\s*<\/ul>\s*<\/li>\s*<li>четвертий/,
    );
    expect(page).toMatch(/<blockquote>\s*<p>цитата<\/p>\s*<p>два абзаци<\/p>\s*<\/blockquote>/);
    expect(page).toMatch(
      /<th>Число \| сума<\/th>[\s\S]*<td>1 \| 2<\/td>[\s\S]*<td>на два<br>стовпці<\/td>\s*<td><\/td>/,
    );
    expect(page).toContain('[таблицю не прочитано]');
  });

  it('EXP-54 a script in a text never becomes markup', () => {
    const page = parse(writeReportMarkdown(withText(example, 1, buildEveryBlock(example)), final));
    expect(page).not.toContain('<script');
  });

  it('EXP-54 any text means itself, plain, marked and between other runs', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.boolean(), fc.boolean(), (before, inside, bold, italic) => {
        const rendered = renderParagraph(
          textOf(`я${before}`),
          textOf(`${inside}я`, { bold, italic }),
          textOf('.'),
        );
        const text = rendered.replaceAll(/<\/?(?:p|strong|em)>/g, '');
        expect(text).toBe(escapeText(`я${before}${inside}я.`));
        expect(rendered.includes('<strong>')).toBe(bold);
        expect(rendered.includes('<em>')).toBe(italic);
      }),
      { numRuns: 200 },
    );
  });

  it('EXP-54 a line may begin with anything', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const inner = `${text}я`.trim();
        expect(renderParagraph(textOf(inner))).toBe(`<p>${escapeText(inner)}</p>`);
      }),
      { numRuns: 200 },
    );
    for (const start of ['1. ', '12) ', '# ', '- ', '+ ', '=== ', '    ', '```', '---', '> ', '|a|b|']) {
      const text = `${start}так`;
      expect(renderParagraph(textOf(text))).toBe(`<p>${escapeText(text.trim())}</p>`);
    }
  });

  it('EXP-54 a cell of a table is one cell, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const table = parse(`| а | б |\n| --- | --- |\n| ${escapeCell(text)} | я |\n`);
        const [, first = '', second = ''] = /<td>([\s\S]*?)<\/td>\s*<td>([\s\S]*?)<\/td>/.exec(table) ?? [];
        expect(first).toBe(escapeText(text.trim()));
        expect(second).toBe('я');
      }),
      { numRuns: 200 },
    );
    const rows = [buildActivity('r1', { content: 'рядок\nдругий | третій' })];
    const page = render(
      writeReportMarkdown(buildReportModel(buildContent(buildReportStructure(), rows)), final),
    );
    expect(page).toContain('<td>рядок<br>другий | третій</td>');
  });

  it('EXP-1 holds every published figure of 2020', () => {
    const page = render(writeReportMarkdown(example, final));
    for (const { actualMinor, indicators } of figures.directions) {
      if (actualMinor > 0) expect(page).toContain(formatMoney(actualMinor));
      for (const { value, kind } of indicators) {
        expect(page).toMatch(
          new RegExp(`<li>(?:з них )?${kind === 'floor' ? 'понад ' : ''}${formatCount(value)} `),
        );
      }
    }
    expect(page).toContain(`усього ${formatMoney(figures.totalActualMinor)}`);
    expect(page.match(/<tr>/g)?.length).toBeGreaterThan(
      example.activities.length + example.expenditures.length,
    );
  });

  it('EXP-53 a draft in Markdown says so at the top', () => {
    expect(render(writeReportMarkdown(example, { isDraft: true }))).toMatch(
      /^<p><strong>ЧЕРНЕТКА<\/strong><\/p>/,
    );
    expect(writeReportMarkdown(example, final)).not.toContain('ЧЕРНЕТКА');
  });
});
