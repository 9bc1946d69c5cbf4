import { expect, it } from 'vitest';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { readPages } from '#server/export/gate/pdf/readPages.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { DirectionId } from '#shared/model/ids.ts';
import type { Narrative, NarrativeBlock } from '#shared/narrative/Narrative.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { moneyFigure } from '#tests/support/narrativeArbitraries.ts';

const plain = { bold: false, italic: false, link: null } as const;
const sentence: NarrativeBlock = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Довге речення про роботу ради, яке не вміщується в рядок. '.repeat(3), ...plain },
    { type: 'figure', spec: moneyFigure, ...plain },
  ],
};
const list: NarrativeBlock = {
  type: 'list',
  isOrdered: true,
  start: 1,
  items: Array.from({ length: 30 }, () => [sentence]),
};

/** The right edge of upright paper less 10 mm, in points. */
const rightEdge = ((210 - 10) * 72) / 25.4;

it.each<[string, Narrative]>([
  ['a list', [list, sentence]],
  ['a list in a quote', [{ type: 'quote', content: [list] }, sentence]],
  [
    'a quote in a list',
    [{ ...list, items: list.items.map((item) => [...item, { type: 'quote', content: item }]) }],
  ],
])(
  'EXP-36 %s that is longer than a page stays on the paper of the PDF, and so does what follows',
  async (_, text) => {
    const id = DirectionId.parse('d1');
    const rows = [buildExpenditure('e1', { directionId: id, actualMinor: 12_345_678 })];
    const model = buildReportModel(buildContent(buildReportStructure(), rows, new Map([[id, text]])));
    const bytes = await writeExportFile(
      model,
      { format: 'pdf' },
      { isDraft: false, onProgress: () => undefined },
    );
    let pages = 0;
    for await (const runs of readPages(bytes)) {
      if (runs[0]?.text === 'Додаток 1') break;
      pages += 1;
      for (const { x, width } of runs) expect(x + width).toBeLessThan(rightEdge + 1);
    }
    expect(pages).toBeGreaterThan(1);
    const { differences } = await checkFile(model, { format: 'pdf' }, { name: 'Звіт_2020.pdf', bytes });
    expect(differences).toEqual([]);
  },
);
