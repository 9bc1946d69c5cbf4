import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { narratives2020 } from '#server/example/narratives2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { projectRoot } from '#server/tools/projectRoot.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { listLines } from '#shared/narrative/listLines.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { listFigures } from '#shared/report/listFigures.ts';
import { buildContent } from '#tests/support/buildContent.ts';

const published = z
  .object({
    directions: z.array(
      z.object({
        number: z.number(),
        actualMinor: z.number(),
        indicators: z.array(z.object({ key: z.string(), value: z.number(), kind: z.string() })),
      }),
    ),
    totalActualMinor: z.number(),
  })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'tests/fixtures/report2020Figures.json'), 'utf8')));

const content = buildContent(buildExampleStructure(), buildExampleRows(), narratives2020);
const model = buildReportModel(content);

describe('the text of the 2020 example', () => {
  const figures = model.directions.flatMap(({ text }) => listFigures(text));

  it('EXP-23 carries a figure at every place where the published report has a number', () => {
    const shown = figures.map(({ text }) => text);
    for (const { number, actualMinor, indicators } of published.directions) {
      if (actualMinor > 0) expect(shown).toContain(formatMoney(actualMinor));
      for (const { key, value, kind } of indicators) {
        const direction = model.directions.find((candidate) => candidate.number === number);
        const indicator = direction?.indicators.find((candidate) => candidate.key === key);
        const figure = figures.find(
          ({ spec }) => spec?.kind === 'indicator' && spec.indicatorId === indicator?.id,
        );
        if (kind === 'floor') expect(figure?.text).toMatch(new RegExp(`^понад ${value} `));
        else expect(figure?.amount).toEqual({ unit: 'count', value: BigInt(value) });
      }
    }
    expect(shown).toContain(formatMoney(published.totalActualMinor));
    expect(shown).toContain('чотириста тридцять сім тисяч шістсот три гривні 56\u00A0копійок');
  });

  it('EXP-23 has no figure that cannot be trusted, and no typed number but the year', () => {
    expect(figures.filter(({ problem }) => problem !== null)).toEqual([]);
    const words = [...narratives2020.values()].flatMap(listLines).join('\n');
    expect(words.match(/\d+/g)).toEqual(['2020']);
  });

  it('EXP-23 numbers its figures in the order they are printed, and each leads to its rows', () => {
    expect(figures.map(({ position }) => position)).toEqual(figures.map((_, index) => index + 1));
    for (const { rows, rowCount } of figures) expect(rows).toHaveLength(rowCount);
  });
});
