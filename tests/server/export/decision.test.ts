import { expect, test } from 'vitest';
import { checkFile } from '#server/export/gate/checkFile.ts';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { buildPrintedDocument } from '#server/export/printed/buildPrintedDocument.ts';
import { writeExportFile } from '#server/export/writeExportFile.ts';
import { must } from '#shared/must.ts';
import { buildReportModel } from '#shared/report/buildReportModel.ts';
import { describeDecision } from '#shared/report/describeDecision.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { readDocx } from '#tests/support/docx/readDocx.ts';

const decision = { decisionNumber: '1149', decisionDate: '2016-12-21' };
const first = { number: '1528', date: '2017-02-22', subject: 'Обсяги' };
const second = { number: '7', date: '2019-01-31', subject: '' };
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null;

test('EXP-78 the decision is named with those that have changed it', () => {
  expect(describeDecision({})).toBeNull();
  expect(describeDecision({ amendments: [first] })).toBeNull();
  expect(plain(describeDecision(decision))).toBe('Затверджено рішенням від 21.12.2016 № 1149');
  expect(plain(describeDecision({ decisionNumber: '1149' }))).toBe('Затверджено рішенням № 1149');
  expect(plain(describeDecision({ ...decision, amendments: [first] }))).toBe(
    'Затверджено рішенням від 21.12.2016 № 1149, зі змінами, внесеними рішенням від 22.02.2017 № 1528',
  );
  expect(plain(describeDecision({ ...decision, amendments: [first, second] }))).toMatch(
    /внесеними рішеннями від 22\.02\.2017 № 1528 та від 31\.01\.2019 № 7$/,
  );
});

test('EXP-78 it stands on the title page, and the files foot with it', async () => {
  const structure = buildReportStructure();
  const programme = { ...structure.programme, ...decision, amendments: [first, second] };
  const model = buildReportModel(buildContent({ ...structure, programme }, []));
  const words = '22.02.2017 № 1528 та від 31.01.2019 № 7';
  const options = { isDraft: false, onProgress: () => undefined };
  for (const format of ['html', 'markdown', 'docx', 'pdf', 'xlsx'] as const) {
    const bytes = await writeExportFile(model, { format }, options);
    const check = await checkFile(model, { format }, { name: format, bytes });
    expect({ format, differences: check.differences }).toEqual({ format, differences: [] });
    if (format === 'pdf') continue;
    if (format === 'xlsx') {
      const { sheets } = readWorkbook(bytes);
      const cells = [...must(sheets.get('Зведення'), 'Зведення').cells.values()];
      expect(cells.map(({ value }) => plain(String(value))).join('\n')).toContain(words);
      continue;
    }
    const text =
      format === 'docx' ? JSON.stringify([...readDocx(bytes).files]) : new TextDecoder().decode(bytes);
    expect(text.replaceAll(/\u00A0|&nbsp;|&#160;/g, ' ').replaceAll('\\', '')).toContain(words);
  }
  expect(plain(buildPrintedDocument(model, { isDraft: false }).decisionText)).toContain(words);
  const bare = buildReportModel(buildContent(structure, []));
  expect(buildPrintedDocument(bare, { isDraft: false }).decisionText).toBeNull();
});
