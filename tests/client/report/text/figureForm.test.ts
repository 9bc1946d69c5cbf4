import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildSpec,
  emptyForm,
  type FigureForm,
  type FigureSource,
  filterFieldsOf,
  formatsOf,
  readForm,
} from '#client/report/figures/figureForm.ts';
import { findChoices, listFigureChoices } from '#client/report/figures/listFigureChoices.ts';
import { FigureSpec, Gender, GrammaticalCase } from '#shared/figures/FigureSpec.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { ActivityState, Fund } from '#shared/model/rows.ts';
import { Aggregation } from '#shared/model/structure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

const source = fc.constantFrom<FigureSource>(
  'actual',
  'planned',
  'deviation',
  'percent',
  'activities',
  'organisation-list',
  'activity-list',
  'activity-table',
  'expenditure-table',
  { indicatorId: IndicatorId.parse('sum') },
);
const form: fc.Arbitrary<FigureForm> = fc.record({
  source,
  filter: fc.record(
    {
      directionId: fc.constantFrom(DirectionId.parse('d1'), null),
      organisationId: fc.constant(OrganisationId.parse('o1')),
      fund: fc.constantFrom(...Fund.options),
      state: fc.constantFrom(...ActivityState.options),
    },
    { requiredKeys: [] },
  ),
  format: fc.constantFrom('hryvnias', 'thousands', 'count-with-noun', 'count', 'over', 'words'),
  aggregation: fc.option(fc.constantFrom(...Aggregation.options), { nil: null }),
  step: fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: null }),
  case: fc.constantFrom(...GrammaticalCase.options),
  gender: fc.constantFrom(...Gender.options),
});

test('NAR-15 whatever the dialog asks is a figure that is stored and read, and opens in the dialog as it is', () => {
  fc.assert(
    fc.property(form, (chosen) => {
      const spec = buildSpec(chosen);
      expect(FigureSpec.parse(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
      expect(buildSpec(readForm(spec))).toEqual(spec);
      const narrowing = filterFieldsOf(chosen.source);
      expect(Object.keys(spec.filter).every((field) => narrowing.some((known) => known === field))).toBe(
        true,
      );
      const formats = formatsOf(chosen.source);
      if ('format' in spec) expect(formats).toContain(spec.format);
      else expect(formats).toEqual([]);
    }),
  );
});

test('NAR-16 the list of «/» has the direction’s own indicators first, and finds by any words in any order', () => {
  const structure = buildReportStructure();
  const choices = listFigureChoices(structure, DirectionId.parse('d1'), (name) => `назва ${name}`);
  expect(choices[0]?.title).toBe('Показник sum');
  const elsewhere = listFigureChoices(structure, DirectionId.parse('d2'), (name) => `назва ${name}`);
  expect(elsewhere[0]?.title).toBe('назва actual');
  expect(elsewhere.at(-1)?.title).toBe('Показник distinct');
  expect(findChoices(choices, 'SUM показ').map(({ title }) => title)).toEqual(['Показник sum']);
  expect(findChoices(choices, '')).toHaveLength(choices.length);
  expect(buildSpec(emptyForm)).toEqual(choices.find(({ id }) => id === 'all-actual')?.spec);
});

test('FIG-32 a new figure of money prints as the report does; one that has a format keeps it', () => {
  const structure = buildReportStructure();
  const list = (unit: 'uah' | 'thousand-uah') =>
    listFigureChoices(
      { ...structure, report: { ...structure.report, unit } },
      DirectionId.parse('d1'),
      String,
    );
  const formatOf = (unit: 'uah' | 'thousand-uah', wanted: string) => {
    const spec = list(unit).find(({ id }) => id === wanted)?.spec;
    return spec !== undefined && 'format' in spec ? spec.format : null;
  };
  for (const source of ['actual', 'planned', 'deviation', 'all-actual']) {
    expect(formatOf('uah', source)).toBe('hryvnias');
    expect(formatOf('thousand-uah', source)).toBe('thousands');
  }
  expect(formatOf('thousand-uah', 'activities')).toBe('count-with-noun');
  const written = buildSpec({ ...emptyForm, format: 'hryvnias' });
  expect(buildSpec(readForm(written))).toEqual(written);
});
