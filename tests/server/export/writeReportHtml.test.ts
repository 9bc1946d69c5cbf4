import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { writeReportHtml } from '#server/export/html/writeReportHtml.ts';
import { formatCount } from '#shared/language/nouns.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';
import { buildEveryBlock, withText } from '#tests/support/buildTextModel.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

const final = { isDraft: false };
const example = buildReportModel(buildContent(buildExampleStructure(), buildExampleRows()));

/** Of the page's own places: those that are named, and those that a link leads to. */
function readAnchors(page: string) {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => String(id));
  const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => String(id));
  return { ids, targets };
}

describe('writeReportHtml', () => {
  it('EXP-51 is one page that fetches nothing and runs nothing', () => {
    const page = writeReportHtml(withText(example, 1, buildEveryBlock(example)), final);
    expect(page).toContain('<html lang="uk">');
    expect(page).toMatch(
      /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    );
    expect(page).not.toMatch(/<(?:script|img|iframe|link|object|form)\b| on[a-z]+="| style="| src="/);
    expect(page).not.toContain('javascript:');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; «так»');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).toContain('@media print');
  });

  it('EXP-52 every number of the text and of the totals leads to its rows', () => {
    const page = writeReportHtml(withText(example, 1, buildEveryBlock(example)), final);
    const { ids, targets } = readAnchors(page);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const [, door = ''] =
      /<a class="number" id="number\.\d+" href="#(door\.\d+)">390\u00A0023,56\u00A0грн<\/a>/.exec(page) ?? [];
    const [list = ''] = page.slice(page.indexOf(`id="${door}"`)).split('</section>');
    const rows = [...list.matchAll(/href="#(row\.[^"]+)"/g)].map(([, id]) => id);
    const own = example.expenditures.filter(({ direction }) => direction?.number === 4);
    expect(rows).toEqual(own.map(({ organisation, rowId }) => `row.${organisation.id}.${rowId}`));
    for (const { organisation } of own) expect(list).toContain(organisation.shortName);
  });

  it('EXP-52 places are named once and all links lead somewhere, whatever the rows', () => {
    const structure = buildReportStructure();
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { ids, targets } = readAnchors(
          writeReportHtml(buildReportModel(buildContent(structure, rows)), final),
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('EXP-1 holds every published figure of 2020', () => {
    const page = writeReportHtml(example, final);
    for (const { actualMinor, indicators } of figures.directions) {
      if (actualMinor > 0) expect(page).toContain(`>${formatMoney(actualMinor)}</a>`);
      for (const { value, kind } of indicators) {
        expect(page).toMatch(
          new RegExp(`>${kind === 'floor' ? 'понад ' : ''}${formatCount(value)} [^<]+</a>`),
        );
      }
    }
    expect(page).toContain(`>${formatMoney(figures.totalActualMinor)}</a>`);
    expect(page).toContain(figures.report.signatoryPosition);
  });

  it('EXP-53 a draft says so at the top, an example what it is, and a final file neither', () => {
    expect(writeReportHtml(example, { isDraft: true })).toMatch(/<body>\s*<p class="draft"[^>]*>ЧЕРНЕТКА</);
    const page = writeReportHtml(buildReportModel(buildContent(buildReportStructure(), [])), final);
    expect(page).not.toContain('ЧЕРНЕТКА');
    expect(page).not.toContain('Приклад');
    expect(page).toContain('Рядків немає.');
  });

  it('EXP-51 a link of a row leads out only by http, and what was not read is marked', () => {
    const rows = [
      buildActivity('r1', { link: 'https://kr.gov.ua/a?b=1&c="', content: '<b>жирно</b>' }),
      buildActivity('r2', { content: 'javascript:alert(1)' }),
    ];
    const page = writeReportHtml(buildReportModel(buildContent(buildReportStructure(), rows)), final);
    expect(page).toContain('href="https://kr.gov.ua/a?b=1&amp;c=&quot;"');
    expect(page).toContain('&lt;b&gt;жирно&lt;/b&gt;');
    expect(page).not.toContain('href="javascript');
  });
});
