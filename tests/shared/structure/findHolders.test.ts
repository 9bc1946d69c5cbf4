import { describe, expect, test } from 'vitest';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { Narrative, NarrativeBlock } from '#shared/narrative/Narrative.ts';
import { findHolders, isHeld } from '#shared/structure/findHolders.ts';
import { putBack } from '#shared/structure/putBack.ts';
import { buildIndicatorFigure, buildMoneyFigure } from '#tests/support/buildFigure.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const d3 = DirectionId.parse('d3');
const o2 = OrganisationId.parse('o2');
const o3 = OrganisationId.parse('o3');
const sum = IndicatorId.parse('sum');
const count = IndicatorId.parse('count');
const plain = { bold: false, italic: false, link: null };
const paragraph = (spec: ReturnType<typeof buildMoneyFigure> | ReturnType<typeof buildIndicatorFigure>) =>
  ({ type: 'paragraph', content: [{ type: 'figure', spec, ...plain }] }) satisfies NarrativeBlock;
const find = (
  edit: Parameters<typeof findHolders>[1],
  rows: Row[] = [],
  texts: [DirectionId, Narrative][] = [],
) => findHolders({ structure, rows, narratives: new Map(texts) }, edit);

describe('what holds a thing that is to be removed', () => {
  test('SET-8 rows of both tables hold a direction, and its text does', () => {
    const rows = [buildExpenditure('a', { directionId: d3 }), buildActivity('b', { directionId: d3 }, 'o2')];
    const edit = { kind: 'direction.remove', directionId: d3 } as const;
    expect(isHeld(find(edit))).toBe(false);
    expect(find(edit, rows)).toMatchObject({ rowCount: 2, organisationIds: ['o1', 'o2'] });
    const text: Narrative = [{ type: 'paragraph', content: [{ type: 'text', text: 'Слово', ...plain }] }];
    expect(find(edit, [], [[d3, text]])).toMatchObject({ textCount: 1, directionIds: [d3] });
    expect(isHeld(find(edit, [], [[d1, text]]))).toBe(false);
  });

  test('SET-8 a figure anywhere in a text holds what it shows', () => {
    const cell = { isHeader: false, colspan: 1, rowspan: 1 };
    const deep: Narrative = [
      {
        type: 'quote',
        content: [
          {
            type: 'list',
            isOrdered: false,
            start: 1,
            items: [[paragraph(buildMoneyFigure({ filter: { directionId: d3 } }))]],
          },
        ],
      },
      {
        type: 'table',
        rows: [{ cells: [{ ...cell, content: [paragraph(buildIndicatorFigure('count'))] }] }],
      },
      { type: 'rows', spec: { kind: 'table', table: 'activity', filter: { organisationId: o3 } } },
    ];
    const removals = [
      { kind: 'direction.remove', directionId: d3 },
      { kind: 'indicator.remove', indicatorId: count },
      { kind: 'organisation.leave', organisationId: o3 },
    ] as const;
    for (const edit of removals) {
      expect(find(edit, [], [[d1, deep]])).toMatchObject({ textCount: 1, directionIds: [d1], rowCount: 0 });
    }
  });

  test('SET-8 rows and parts hold an indicator, rows and directions an organisation', () => {
    const row = buildActivity('a', { indicatorId: count });
    expect(find({ kind: 'indicator.remove', indicatorId: count }, [row]).rowCount).toBe(1);
    expect(find({ kind: 'indicator.remove', indicatorId: sum }).partCount).toBe(1);
    expect(
      find({ kind: 'organisation.leave', organisationId: o2 }, [buildActivity('b', {}, 'o2')]),
    ).toMatchObject({
      rowCount: 1,
      partCount: 1,
    });
  });

  test('SET-9 what was removed while somebody wrote to it stands where it stood', () => {
    const before = {
      ...structure,
      sheets: structure.organisations.map(({ id }) => ({ organisationId: id, status: 'draft' as const })),
    };
    const without = {
      ...before,
      directions: before.directions.slice(1),
      indicators: before.indicators.filter(({ id }) => id !== count),
      responsibilities: before.responsibilities.slice(2),
      organisations: before.organisations.filter(({ id }) => id !== o2),
      sheets: before.sheets.filter(({ organisationId }) => organisationId !== o2),
    };
    let now = putBack(without, before, { kind: 'direction.remove', directionId: d1 });
    now = putBack(now, before, { kind: 'indicator.remove', indicatorId: count });
    now = putBack(now, before, { kind: 'organisation.leave', organisationId: o2 });
    expect(now).toEqual(before);
    expect(putBack(now, before, { kind: 'organisation.leave', organisationId: o2 })).toEqual(before);
  });
});
