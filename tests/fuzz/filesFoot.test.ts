import { env } from 'node:process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAllFiles } from '#server/export/gate/checkAllFiles.ts';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { anyBudget, meetBudget } from '#tests/support/buildBudget.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { anyCorrections } from '#tests/support/buildCorrection.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { anyFigure } from '#tests/support/figureArbitraries.ts';
import { narrativeArbitrary } from '#tests/support/narrativeArbitraries.ts';
import { anyRows } from '#tests/support/rowArbitraries.ts';

/** Every file is written and read back in each run, so there are few of them: `npm run test:fuzz` makes a hundred. */
const numRuns = Math.max(5, Math.floor(Number(env.FUZZ_RUNS ?? 0) / 100));

function writeFigures(specs: readonly FigureSpec[]): Narrative {
  return specs.map((spec, index) =>
    spec.kind === 'table'
      ? { type: 'rows', spec }
      : {
          type: 'paragraph',
          content: [
            { type: 'text', text: `Речення ${index}: `, bold: false, italic: false, link: null },
            { type: 'figure', spec, bold: index % 2 === 0, italic: false, link: null },
            { type: 'text', text: '.', bold: false, italic: false, link: null },
          ],
        },
  );
}

/** How many numbers and words the files of all runs were held against. */
let compared = 0;
const everyFileFoots = fc.asyncProperty(
  anyRows,
  narrativeArbitrary,
  fc.array(anyFigure, { maxLength: 6 }),
  anyBudget,
  anyCorrections,
  async (anything, text, specs, budget, corrections) => {
    const rows = meetBudget(anything, budget);
    const narratives = new Map<DirectionId, Narrative>([
      [DirectionId.parse('d1'), text],
      [DirectionId.parse('d2'), writeFigures(specs)],
    ]);
    const structure = { ...buildReportStructure(), budget, corrections };
    // Told by the rows, so that what a seed finds stays the same.
    const unit = anything.length % 2 === 0 ? 'uah' : 'thousand-uah';
    const report = { ...structure.report, unit } as const;
    const model = buildReportModel(buildContent({ ...structure, report }, rows, narratives));
    for (const check of await checkAllFiles(model, () => undefined)) {
      expect({ file: check.file, differences: check.differences }).toEqual({
        file: check.file,
        differences: [],
      });
      expect(check.isEqual).toBe(true);
      compared += check.compared;
    }
  },
);

it(`EXP-75 any rows and any texts foot in every file (${numRuns} runs)`, async () => {
  compared = 0;
  // Writing the files takes seconds: what fails is told as it is, and not made smaller for an hour.
  await fc.assert(everyFileFoots, { numRuns, endOnFailure: true });
  expect(compared).toBeGreaterThan(numRuns * 100);
});

// A table whose cells span rows, across the end of a page: words of it were missing in the PDF.
it.each([[89_755_924, '551']])('EXP-75 what once did not foot does: seed %i, path %s', async (seed, path) => {
  await fc.assert(everyFileFoots, { seed, path, numRuns: 1, endOnFailure: true });
});
