import { describe, expect, it } from 'vitest';
import { english, ukrainian } from '#client/i18n/resources.ts';
import { activityColumns } from '#server/export/tables/activityColumns.ts';
import * as shared from '#server/export/tables/Column.ts';
import { expenditureColumns } from '#server/export/tables/expenditureColumns.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { simplifyTitle } from '#shared/language/simplifyTitle.ts';
import { maxColumnsOfTable } from '#shared/model/columns.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { applyStructureEdit } from '#shared/structure/applyStructureEdit.ts';
import { readColumnFields } from '#shared/structure/columnFields.ts';
import { findHolders, isHeld, isRemoval } from '#shared/structure/findHolders.ts';
import { isOwnTitle } from '#shared/structure/ownTitles.ts';
import { putBack } from '#shared/structure/putBack.ts';
import { ColumnFields, type StructureEdit } from '#shared/structure/StructureEdit.ts';
import { buildColumn } from '#tests/support/buildColumn.ts';
import { buildContent } from '#tests/support/buildContent.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity } from '#tests/support/buildRow.ts';

const [first, second, other] = [
  buildColumn('c1', { title: 'Адреса' }),
  buildColumn('c2', { title: 'Охоплення, осіб', kind: 'number' }),
  buildColumn('c3', { title: 'ПДВ, грн', kind: 'money', table: 'expenditure' }),
] as const;
const now: ReportStructure = { ...buildReportStructure(), columns: [first, second, other] };
const apply = (edit: StructureEdit, to = now) => applyStructureEdit(to, edit, () => undefined);
const fields = (title: string, given: Partial<ColumnFields> = {}): ColumnFields => ({
  title,
  kind: 'text',
  options: [],
  isRequired: false,
  ...given,
});

function refusal(edit: StructureEdit, to = now): string | null {
  try {
    apply(edit, to);
  } catch (error) {
    return error instanceof AppError ? error.code : 'thrown';
  }
  return null;
}

describe('columns of a report', () => {
  it('COL-1 a column is added behind the others of its table, the activities before the expenditures', () => {
    const next = apply({ kind: 'column.add', table: 'activity', fields: fields('Партнери') });
    expect(next.columns.map(({ title }) => title)).toEqual([
      'Адреса',
      'Охоплення, осіб',
      'Партнери',
      'ПДВ, грн',
    ]);
    expect(next.columns[2]).toMatchObject({ table: 'activity', reportId: 'report', kind: 'text' });
  });

  it('COL-1 a title is taken once in a table, whatever its case and marks, and is none of those that all have', () => {
    const add = (table: 'activity' | 'expenditure', title: string) =>
      refusal({ kind: 'column.add', table, fields: fields(title) });
    expect(add('activity', ' АДРЕСА. ')).toBe('structure.title-taken');
    expect(add('expenditure', 'Адреса')).toBeNull();
    expect(add('activity', 'примітка')).toBe('structure.title-taken');
    expect(add('expenditure', 'Відбиток')).toBe('structure.title-taken');
    const { grid } = ukrainian;
    const titles = [
      ...Object.values(grid.columns),
      ...Object.values(english.grid.columns),
      ...[...Object.values(activityColumns), ...Object.values(expenditureColumns)].map(
        ({ header }) => header,
      ),
      shared.directionNumberColumn.header,
      shared.directionColumn.header,
      shared.organisationColumn.header,
      shared.rowIdColumn.header,
      shared.organisationIdColumn.header,
      shared.buildFingerprintColumn([]).header,
    ].map(simplifyTitle);
    expect(titles.filter((title) => title !== '' && !isOwnTitle(title))).toEqual([]);
  });

  it('COL-1 a choice offers something and nothing twice, no other kind offers anything, and a title has a letter', () => {
    const isGood = (given: ColumnFields) => ColumnFields.safeParse(given).success;
    expect(isGood(fields('Стан справ', { kind: 'choice', options: ['Так', 'Ні'] }))).toBe(true);
    expect(isGood(fields('Стан справ', { kind: 'choice' }))).toBe(false);
    expect(isGood(fields('Стан справ', { kind: 'choice', options: ['Так', 'Так'] }))).toBe(false);
    expect(isGood(fields('Стан справ', { kind: 'choice', options: ['Так', ' '] }))).toBe(false);
    expect(isGood(fields('Стан справ', { options: ['Так'] }))).toBe(false);
    for (const title of ['', '  ', '%', 'грн', 'я'.repeat(101)]) expect(isGood(fields(title))).toBe(false);
  });

  it('COL-1 a table has so many added columns and no more', () => {
    const columns = Array.from({ length: maxColumnsOfTable }, (_, index) => buildColumn(`n${index}`));
    const edit = { kind: 'column.add', table: 'activity', fields: fields('Ще') } as const;
    expect(refusal(edit, { ...now, columns })).toBe('structure.too-many');
    expect(refusal({ ...edit, table: 'expenditure' }, { ...now, columns })).toBeNull();
  });

  it('COL-2 a column that is renamed keeps its id, and a change says what it changes from', () => {
    const from = readColumnFields(first);
    const change = {
      kind: 'column.change',
      columnId: first.id,
      from,
      to: fields('Місце', { isRequired: true }),
    } as const;
    expect(apply(change).columns[0]).toEqual({ ...first, title: 'Місце', isRequired: true });
    expect(refusal({ ...change, from: fields('Інше') })).toBe('structure.changed');
    expect(refusal(change, { ...now, columns: [second] })).toBe('structure.not-in-report');
    // Its own title is not in its way.
    expect(refusal({ ...change, to: fields('АДРЕСА') })).toBeNull();
  });

  it('COL-2 columns of one table are put in order, each named once', () => {
    const order = {
      kind: 'columns.order',
      table: 'activity',
      order: [second.id, first.id],
    } satisfies StructureEdit;
    expect(apply(order).columns).toEqual([second, first, other]);
    expect(refusal({ ...order, order: [second.id] })).toBe('structure.changed');
    expect(refusal({ ...order, order: [second.id, other.id] })).toBe('structure.changed');
  });

  it('COL-3 a column that holds values, flagged ones too, is held; one that holds none is not', () => {
    const row = buildActivity('r1');
    const rows = [
      row,
      { ...row, values: { ...row.values, 'x:text:c1': 'тут' } },
      { ...row, flaws: { 'x:text:c1': { code: 'wrong-type' as const, raw: '5' } } },
      // Of a kind that the column does not have (any more).
      { ...row, values: { ...row.values, 'x:text:c2': 'слово' } },
    ];
    const content = buildContent(now, rows);
    const remove = (columnId: typeof first.id) => ({ kind: 'column.remove', columnId }) as const;
    expect(findHolders(content, remove(first.id))).toMatchObject({ rowCount: 2, organisationIds: ['o1'] });
    expect(isHeld(findHolders(content, remove(second.id)))).toBe(false);
    const from = readColumnFields(first);
    const otherKind = {
      kind: 'column.change',
      columnId: first.id,
      from,
      to: { ...from, kind: 'date' },
    } as const;
    expect(isRemoval(otherKind) && findHolders(content, otherKind).rowCount).toBe(2);
    expect(isRemoval({ ...otherKind, to: { ...from, title: 'Інакше' } })).toBe(false);
    expect(putBack(apply(remove(first.id)), now, remove(first.id))).toEqual(now);
    expect(putBack(apply(otherKind), now, otherKind)).toEqual(now);
  });
});
