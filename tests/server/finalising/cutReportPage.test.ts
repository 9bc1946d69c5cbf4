import { describe, expect, it } from 'vitest';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { writeReportHtml } from '#server/export/html/writeReportHtml.ts';
import { cutReportPage } from '#server/finalising/cutReportPage.ts';
import { type PagePiece, pagePieces } from '#shared/api/finalising.ts';
import type { Row } from '#shared/model/rows.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';

const rows = buildExampleRows();
const page = writeReportHtml(buildReportModel(buildContent(buildExampleStructure(), rows)), {
  isDraft: false,
});

/** What stands in one piece and in no other, but for the lists behind numbers. */
const own: Record<PagePiece, string> = {
  text: 'id="grand"',
  totals: '<section class="tables" id="totals">',
  activities: '<section class="tables" id="activities">',
  expenditures: '<section class="tables" id="expenditures">',
};
const subsets = Array.from({ length: 2 ** pagePieces.length }, (_, mask) =>
  pagePieces.filter((_, index) => (mask >> index) % 2 === 1),
);
const count = (text: string, part: string) => text.split(part).length - 1;

describe('a report’s page with chosen pieces', () => {
  it.each(subsets.map((pieces) => [pieces.join(' and ') || 'nothing', pieces] as const))(
    'RDR-5 RDR-6 %s',
    (_, pieces) => {
      const shown = cutReportPage(page, new Set(pieces));
      for (const piece of pagePieces)
        expect([piece, shown.includes(own[piece])]).toEqual([piece, pieces.includes(piece)]);
      // Of each table that was not chosen no row is there, behind a number either.
      const namesOf = (kind: Row['kind']) =>
        rows
          .filter((row) => row.kind === kind)
          .map((row) => ('content' in row.values ? row.values.content : row.values.measure) ?? '');
      const chosen = [
        ...(pieces.includes('activities') ? namesOf('activity') : []),
        ...(pieces.includes('expenditures') ? namesOf('expenditure') : []),
      ].join('\n');
      // The text has names of its own in its tables.
      if (!pieces.includes('text'))
        for (const name of [...namesOf('activity'), ...namesOf('expenditure')])
          if (!chosen.includes(name)) expect(shown).not.toContain(name);
      const ids = [...shown.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      const targets = [...shown.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      expect(count(shown, '<section')).toBe(count(shown, '</section>'));
      expect(count(shown, '<a ')).toBe(count(shown, '</a>'));
      expect(shown).toContain('<h1>');
      if (pieces.length === pagePieces.length) expect(shown).toBe(page);
    },
  );

  it('RDR-6 a number whose rows were all chosen leads to them, another is words', () => {
    const text = cutReportPage(page, new Set(['text']));
    expect(text).toContain('1717');
    expect(text).not.toMatch(/href="#door/);
    const spent = cutReportPage(page, new Set(['text', 'expenditures']));
    expect(spent).toMatch(/<a [^>]*href="#door\.\d+">437\s603,56\sгрн<\/a>/);
    expect(spent).not.toMatch(/<a [^>]*href="#door\.\d+">1717/);
  });
});
