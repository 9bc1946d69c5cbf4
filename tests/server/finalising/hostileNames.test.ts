import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWorkbook } from '#server/export/gate/xlsx/readWorkbook.ts';
import { ReaderLinkAnswer } from '#shared/api/finalising.ts';
import { RowId } from '#shared/model/ids.ts';
import { must } from '#shared/must.ts';
import { setCell } from '#shared/sheet/sheetDocument.ts';
import { readOrganisationFields } from '#shared/structure/applyOrganisationEdit.ts';
import { readProgrammeFields } from '#shared/structure/changeProgramme.ts';
import { readDirectionFields } from '#shared/structure/structureFields.ts';
import { saved } from '#tests/server/submission/SubmissionTown.ts';
import { readDocx } from '#tests/support/docx/readDocx.ts';
import { FinalTown } from './FinalTown.ts';

/** Markup, a formula, a template, and words that would run backwards; `\0` and half a character besides. */
const typed = `=cmd|'/c calc'!A1"><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}\${7*7} а\u0000б\u202Eв\uD800г`;
/** What is kept of it: everything that can be seen. */
const kept = typed.replaceAll('\u0000', '').replaceAll('\u202E', '').replace('\uD800', '\uFFFD');

/** What a spreadsheet would take for a formula: all but a number, and a code as this product writes it. */
const runs = /^(?![-+]?[\d\s.,]+$|="[\d-]+"$)\s*[=+\-@]/;

let here: FinalTown;
beforeEach(async () => {
  here = await FinalTown.start();
});
afterEach(() => here.stop());

const structure = async () =>
  must(await here.town.server.storage.reports.findStructure(here.reportId), 'the report');

async function change(path: string, body: object, who: 'administrator' | 'coordinator' = 'coordinator') {
  const answer = await here.town.person(who).patch(path, body);
  expect([path, answer.status, answer.text.slice(0, 200)]).toEqual([path, 200, expect.anything()]);
}

/** Every name that somebody may give, given by this one. */
async function nameEverything(): Promise<void> {
  const { programme, directions, organisations } = await structure();
  const programmeFields = readProgrammeFields(programme);
  const amendments = [{ number: typed.slice(0, 90), date: '2021-03-31', subject: typed }];
  const to = { ...programmeFields, title: typed, community: typed, decisionNumber: typed.slice(0, 90) };
  await change(
    `/api/programmes/${programme.id}`,
    { from: programmeFields, to: { ...to, decisionDate: '2020-01-15', amendments } },
    'administrator',
  );
  await change(here.path('/properties'), {
    title: typed,
    signatoryPosition: typed,
    signatoryName: typed,
  });
  const direction = must(directions[0], 'a direction');
  const from = readDirectionFields(await structure(), direction);
  const edit = (body: object) => change(here.path('/structure'), body);
  await edit({ kind: 'direction.change', directionId: direction.id, from, to: { ...from, title: typed } });
  const forms = { one: typed, few: typed, many: typed };
  const fields = { title: typed, forms, aggregation: 'sum', overStep: null, partOf: null };
  await edit({ kind: 'indicator.add', directionId: direction.id, key: null, fields });
  const column = {
    title: typed.slice(0, 90),
    kind: 'choice',
    options: [typed.slice(0, 90)],
    isRequired: false,
  };
  await edit({ kind: 'column.add', table: 'expenditure', fields: column });
  const organisation = must(organisations[0], 'an organisation');
  const organisationFrom = readOrganisationFields(organisation);
  await change(
    '/api/organisations',
    {
      kind: 'change',
      organisationId: organisation.id,
      from: organisationFrom,
      to: { ...organisationFrom, name: typed, shortName: typed.slice(0, 60) },
    },
    'administrator',
  );
}

test('EXP-86 whatever names are given, every file is made, holds them as words, and runs nothing', async () => {
  await nameEverything();
  const named = await structure();
  expect([named.programme.title, named.report.title, named.directions[0]?.title]).toEqual([kept, kept, kept]);
  const column = must(named.columns[0], 'the column');
  const coordinator = await here.town.open('coordinator');
  for (const field of ['measure', 'note', 'reason', 'document'] as const)
    setCell(coordinator.doc, RowId.parse('r1'), field, kept);
  setCell(coordinator.doc, RowId.parse('r1'), `x:choice:${column.id}`, must(column.options[0], 'an option'));
  await saved(coordinator);
  await here.town.step('coordinator', '/return', { note: typed });
  await here.accept();
  const version = must(
    (await here.finalise({ note: typed, personalData: 'accepted' })).versions[0],
    'a version',
  );
  expect(version.note).toBe(kept);

  const files = new Map<string, Uint8Array>();
  for (const { name } of version.files)
    files.set(
      name,
      await here.download('viewer', here.path(`/versions/1/files/${encodeURIComponent(name)}`)),
    );
  const made = await here.post('coordinator', '/reader-links', { label: typed, parts: ['html'], days: 1 });
  const { secret, link } = ReaderLinkAnswer.parse(made.json());
  expect(link.label).toBe(kept);
  files.set('cover.html', (await here.town.person('anonymous').get(`/r/${secret}`)).bytes);

  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const seen = new Set<string>();
  for (const [name, bytes] of files) {
    const ending = name.slice(name.lastIndexOf('.') + 1);
    seen.add(ending);
    if (ending === 'html') {
      expect(text(bytes)).not.toMatch(/<(?:script|img|iframe|object|form)\b/i);
      expect(text(bytes)).toContain('&lt;script&gt;');
    } else if (ending === 'md') {
      expect(text(bytes)).not.toMatch(/(?<!\\)<(?:script|img)/);
    } else if (ending === 'csv') {
      const separator = name.includes('excel') ? ';' : ',';
      for (const record of parse(text(bytes), {
        bom: true,
        delimiter: separator,
        relaxColumnCount: true,
      }) as string[][])
        for (const cell of record) expect(cell).not.toMatch(runs);
    } else if (ending === 'docx') {
      const { files: parts } = readDocx(bytes);
      expect([...parts.keys()].filter((part) => /vba|embed|activeX/i.test(part))).toEqual([]);
      expect(parts.get('word/document.xml')).not.toMatch(/<w:fldSimple|DDE/);
    } else if (ending === 'xlsx') {
      for (const [, sheet] of readWorkbook(bytes).sheets)
        for (const [, cell] of sheet.cells) expect(cell.formula ?? '').not.toMatch(/cmd|calc/);
    } else if (ending === 'zip') {
      for (const part of Object.keys(unzipSync(bytes))) expect(part).toMatch(/^[\p{L}\p{N}_.\-/]+$/u);
    }
    // Nothing that a program trips over has come through.
    if (!['pdf', 'docx', 'xlsx', 'zip'].includes(ending)) expect(text(bytes)).not.toContain('\u0000');
  }
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['csv', 'docx', 'html', 'md', 'pdf', 'xlsx', 'zip']),
  );
});
