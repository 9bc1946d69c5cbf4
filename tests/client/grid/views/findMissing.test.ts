import { expect, test } from 'vitest';
import { findMissing, isAnythingMissing } from '#client/grid/views/findMissing.ts';
import { isSameView } from '#client/grid/views/isSameView.ts';
import { extraFieldOf } from '#shared/model/columns.ts';
import { ChoiceField } from '#shared/model/extraField.ts';
import { DirectionId, IndicatorId, OrganisationId } from '#shared/model/ids.ts';
import { buildPlainViewState, ViewState } from '#shared/model/view.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildViewState } from '#tests/support/buildView.ts';

const structure = buildReportStructure();
const d1 = DirectionId.parse('d1');
const o1 = OrganisationId.parse('o1');

test('GRD-90 a view that names what is gone opens with the rest, and says what is missing', () => {
  const plain = buildPlainViewState();
  const state = buildViewState({
    filter: {
      ...plain.filter,
      directions: [d1, DirectionId.parse('gone1'), 'none', DirectionId.parse('gone2')],
      organisations: [OrganisationId.parse('left'), o1],
      indicator: IndicatorId.parse('gone'),
      isMine: true,
    },
    columns: [
      { column: 'measure', width: 300, isHidden: false, isFrozen: true },
      { column: 'bonus', width: null, isHidden: true, isFrozen: false },
    ],
    sort: [
      { column: 'bonus', isDescending: true },
      { column: 'deviation', isDescending: false },
    ],
    collapsed: [o1, OrganisationId.parse('left')],
  });
  const { state: kept, missing } = findMissing(state, 'expenditure', structure);
  expect(missing).toEqual({ directions: 2, organisations: 1, indicators: 1, columns: 1, choices: 0 });
  expect(isAnythingMissing(missing)).toBe(true);
  expect(kept).toEqual({
    ...state,
    filter: { ...state.filter, directions: [d1, 'none'], organisations: [o1], indicator: null },
    columns: state.columns.slice(0, 1),
    sort: state.sort.slice(1),
    collapsed: [o1],
  });
  expect(ViewState.parse(kept)).toEqual(kept);
});

test('COL-19 COL-20 a view keeps what it says of added columns, and loses what is offered no more', () => {
  const fields = ['x:choice:c1', 'x:choice:c2', 'x:choice:gone'].map((field) => ChoiceField.parse(field));
  const columns = ['c1', 'c2'].map((id) => buildColumn(id, { kind: 'choice', options: ['так', 'ні'] }));
  const money = { ...buildColumn('m1', { kind: 'money' }) };
  const state = buildViewState({
    filter: {
      ...buildPlainViewState().filter,
      choices: fields.map((field, index) => ({
        field,
        values: index === 1 ? ['колись'] : ['так', '', 'колись'],
      })),
    },
    columns: [{ column: extraFieldOf(money), width: 90, isHidden: true, isFrozen: false }],
    sort: [{ column: extraFieldOf(money), isDescending: true }],
  });
  expect(ViewState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  const { state: kept, missing } = findMissing(state, 'activity', {
    ...structure,
    columns: [...columns, money],
  });
  expect(missing).toEqual({ directions: 0, organisations: 0, indicators: 0, columns: 1, choices: 2 });
  expect(kept).toEqual({
    ...state,
    filter: { ...state.filter, choices: [{ field: fields[0], values: ['так', ''] }] },
  });
  // What was saved before there were any narrows by none.
  const { choices: _choices, ...before } = state.filter;
  expect(ViewState.parse({ ...state, filter: before }).filter.choices).toEqual([]);
  // The order in which one chose is no change; another value is.
  const chosen = (...values: string[]) => ({
    ...state,
    filter: { ...state.filter, choices: fields.slice(0, 1).map((field) => ({ field, values })) },
  });
  expect(isSameView(chosen('так', ''), chosen('', 'так'))).toBe(true);
  expect(isSameView(chosen('так'), chosen('ні'))).toBe(false);
});

test('GRD-90 a view of which all is there opens as it is', () => {
  const state = buildViewState();
  const { state: kept, missing } = findMissing(state, 'expenditure', structure);
  expect(kept).toEqual(state);
  expect(isAnythingMissing(missing)).toBe(false);
  // The activity table has no money.
  expect(findMissing(state, 'activity', structure).missing.columns).toBe(2);
});

test('GRD-91 a view counts as changed by what it saves, and not by which groups are folded', () => {
  const state = buildViewState();
  expect(isSameView(state, ViewState.parse(JSON.parse(JSON.stringify(state))))).toBe(true);
  expect(isSameView(state, { ...state, collapsed: [] })).toBe(true);
  const reordered = { ...state, filter: { ...state.filter, directions: [d1, 'none' as const] } };
  const alike = { ...state, filter: { ...state.filter, directions: ['none' as const, d1] } };
  expect(isSameView(reordered, alike)).toBe(true);
  const others: ViewState[] = [
    { ...state, grouping: 'none' },
    { ...state, density: 'normal' },
    { ...state, sort: [] },
    { ...state, columns: [...state.columns].reverse() },
    { ...state, filter: { ...state.filter, isMine: false } },
    { ...state, filter: { ...state.filter, kekv: '2210' } },
  ];
  for (const other of others) expect(isSameView(state, other)).toBe(false);
});
