import { expect, it } from 'vitest';
import { exportReport } from '#server/export/exportReport.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { must } from '#shared/must.ts';
import type { Narrative } from '#shared/narrative/Narrative.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';
import { readDocx } from '#tests/support/docx/readDocx.ts';

const structure = buildReportStructure();
const direction = must(structure.directions[0], 'a direction').id;

/** Words as long as those of a real row. */
const rows: Row[] = Array.from({ length: 10_000 }, (_, index) =>
  index % 2 === 0
    ? buildActivity(`a${index}`, {
        directionId: direction,
        content: `Зустріч із жителями мікрорайону, № ${index}`,
      })
    : buildExpenditure(`e${index}`, {
        directionId: direction,
        measure: `Папір для засідань, № ${index}`,
        actualMinor: index,
      }),
);

/** Some 500 pages. */
const text: Narrative = Array.from({ length: 1_300 }, (_, index) => ({
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text: `Абзац ${index}. ${'Речення про роботу ради. '.repeat(30)}`,
      bold: false,
      italic: false,
      link: null,
    },
  ],
}));
const content = buildContent(structure, rows, new Map<DirectionId, Narrative>([[direction, text]]));

it('EXP-42 a Word document of 10,000 rows and 500 pages of text is made inside the memory of its process', async () => {
  const bytes = await exportReport({ ...content, format: 'docx', isDraft: false });
  const { tables, text: printed } = readDocx(bytes);
  expect(tables.filter(({ rows: own }) => own.length > 5_000)).toHaveLength(2);
  expect(printed).toContain('Абзац 1299.');
});

it('EXP-42 so is a PDF', async () => {
  const bytes = await exportReport({ ...content, format: 'pdf', isDraft: false });
  const source = Buffer.from(bytes).toString('latin1');
  expect(source.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(600);
  expect(source.trimEnd().endsWith('%%EOF')).toBe(true);
});
