import type { ColDef, ICellRendererParams, IRowNode, ValueGetterParams } from 'ag-grid-community';
import { isExtraField, isSummedField } from '#shared/model/extraField.ts';
import type { Row, TableKind } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import type { Field } from '#shared/sheet/sheetDocument.ts';
import { type CellContent, CellView } from './cells/CellView.ts';
import { NumberView } from './cells/NumberView.ts';
import { HeaderView, type HeaderViewParams } from './columns/HeaderView.ts';
import { computeRowDeviation } from './computeRowDeviation.ts';
import {
  deviationColumn,
  type FieldSpec,
  isNumberKind,
  listFieldSpecs,
  mainField,
  numberColumn,
  organisationColumn,
} from './fields.ts';
import type { CellFinding } from './findings/CellFinding.ts';
import { type GridItem, isRow, type TotalsItem } from './GridItem.ts';
import type { GridWords } from './GridWords.ts';
import { printSum } from './printSum.ts';
import { buildNaturalOrder, compareBy, readSortValue } from './rowOrder.ts';

type Options = {
  table: TableKind;
  structure: Pick<ReportStructure, 'columns'>;
  words: GridWords;
  /** Place of each organisation in the report's order. */
  organisationOrder: ReadonlyMap<string, number>;
  /** Order of the groups; zero within one. */
  compareGroups(a: GridItem, b: GridItem): number;
  /** What a row is numbered by its place on the screen. */
  readNumber(index: number): number;
  /** Why a cell cannot be changed; null when it can. */
  readLock(row: Row, column: string): string | null;
  readPeople(row: Row, column: string): CellContent['people'];
  /** What the checks say of a cell; of the row as a whole in the column of its number. */
  readFinding(row: Row, column: string): CellFinding | null;
  /** What became of it since its sheet was accepted, in words. */
  readChange(row: Row, column: string): string | null;
  /** How many comments stand open about a cell, in words. */
  readComment(row: Row, column: string): string | null;
  /** What is sought in it. */
  readMarks(row: Row, column: string): CellContent['marks'];
};

const emptyContent: CellContent = {
  text: '',
  lock: null,
  finding: null,
  change: null,
  comment: null,
  marks: [],
  people: [],
  peopleText: '',
};

type Comparator = (
  valueA: unknown,
  valueB: unknown,
  nodeA: IRowNode<GridItem>,
  nodeB: IRowNode<GridItem>,
  isDescending: boolean,
) => number;

/** Titles that people made up are as long as they are, and are read before anything stands under them. */
function fitTitle(title: string, width: number): number {
  return Math.min(260, Math.max(width, title.length * 8 + 36));
}

/** The columns of a table. Values are the printed texts, so that a cell is drawn anew exactly when its text changes. */
export function buildColumns({
  table,
  structure,
  words,
  organisationOrder,
  compareGroups,
  readNumber,
  readLock,
  readPeople,
  readFinding,
  readChange,
  readComment,
  readMarks,
}: Options): ColDef<GridItem>[] {
  const { texts } = words;
  const place = (row: Row) => organisationOrder.get(row.organisationId) ?? Number.MAX_SAFE_INTEGER;
  const compareNaturally = buildNaturalOrder(organisationOrder);

  function column(
    colId: string,
    definition: ColDef<GridItem>,
    print: (row: Row) => string,
    total?: (item: TotalsItem) => string,
  ): ColDef<GridItem> {
    return {
      colId,
      valueGetter: ({ data }: ValueGetterParams<GridItem>) => {
        if (data === undefined) return '';
        if (isRow(data)) return print(data);
        return data.kind === 'totals' ? (total?.(data) ?? '') : '';
      },
      headerComponentParams: {
        innerHeaderComponent: HeaderView,
        innerHeaderComponentParams: { hint: words.headerHint } satisfies HeaderViewParams,
      },
      cellRenderer: CellView,
      cellRendererParams: {
        readContent: ({ data }: ICellRendererParams<GridItem>): CellContent => {
          if (data === undefined) return emptyContent;
          if (!isRow(data)) {
            return data.kind === 'totals' ? { ...emptyContent, text: total?.(data) ?? '' } : emptyContent;
          }
          const people = readPeople(data, colId);
          return {
            text: print(data),
            lock: readLock(data, colId),
            finding: readFinding(data, colId),
            change: readChange(data, colId),
            comment: readComment(data, colId),
            marks: readMarks(data, colId),
            people,
            peopleText: people.length === 0 ? '' : words.people(people),
          };
        },
      },
      ...definition,
    };
  }

  function fieldColumn(spec: FieldSpec): ColDef<GridItem> {
    const isNumber = isNumberKind(spec.kind);
    const title = words.columnTitle(spec.field);
    return column(
      spec.field,
      {
        headerName: title,
        width: isExtraField(spec.field) ? fitTitle(title, spec.width) : spec.width,
        ...(spec.field === mainField[table] ? { flex: 1, minWidth: 300 } : {}),
        ...(isNumber ? { cellClass: 'zvit-right', headerClass: 'zvit-right' } : {}),
        comparator: buildComparator((row) => readSortValue(row, spec, texts)),
      },
      (row) => texts.cell(row, spec),
      totalOf(spec.field),
    );
  }

  function totalOf(field: Field): ((item: TotalsItem) => string) | undefined {
    if (field === mainField[table]) return ({ rowCount }) => words.totals(rowCount);
    if (field === 'plannedMinor') return ({ plannedMinor }) => formatMoney(plannedMinor, { unit: 'none' });
    if (field === 'actualMinor') return ({ actualMinor }) => formatMoney(actualMinor, { unit: 'none' });
    if (isExtraField(field) && isSummedField(field)) {
      return ({ added }) => {
        const sum = added.get(field);
        return sum === undefined ? '' : printSum(field, sum);
      };
    }
    return undefined;
  }

  /** Groups stay in their order, whichever way one sorts the rows in them. */
  function compareItems(
    a: GridItem | undefined,
    b: GridItem | undefined,
    isDescending: boolean,
    compare: (a: Row, b: Row) => number,
  ): number {
    if (a === undefined || b === undefined) return 0;
    const groups = compareGroups(a, b);
    if (groups !== 0) return isDescending ? -groups : groups;
    return isRow(a) && isRow(b) ? compare(a, b) : 0;
  }

  function buildComparator(read: (row: Row) => string | number | null): Comparator {
    const [rising, falling] = [compareBy(false, read), compareBy(true, read)];
    return (_a, _b, { data: a }, { data: b }, isDescending) =>
      compareItems(a, b, isDescending, isDescending ? falling : rising);
  }

  const number: ColDef<GridItem> = {
    colId: numberColumn,
    headerName: words.numberTitle,
    headerClass: 'zvit-right',
    cellClass: 'zvit-right',
    pinned: 'left',
    lockPosition: 'left',
    width: 60,
    resizable: false,
    sort: 'asc',
    sortingOrder: ['asc'],
    suppressMovable: true,
    valueGetter: ({ node }) => node?.rowIndex ?? null,
    comparator: (_a, _b, nodeA, nodeB) => compareItems(nodeA.data, nodeB.data, false, compareNaturally),
    cellRenderer: NumberView,
    cellRendererParams: {
      readNumber,
      readLock: (item: GridItem) => (isRow(item) ? readLock(item, numberColumn) : null),
      readFinding: (item: GridItem) => (isRow(item) ? readFinding(item, numberColumn) : null),
      readChange: (item: GridItem) => (isRow(item) ? readChange(item, numberColumn) : null),
      readComment: (item: GridItem) => (isRow(item) ? readComment(item, numberColumn) : null),
    },
  };

  const organisation = column(
    organisationColumn,
    {
      headerName: words.columnTitle('organisation'),
      width: 150,
      comparator: (_a, _b, nodeA, nodeB, isDescending) =>
        compareItems(nodeA.data, nodeB.data, isDescending, (a, b) => place(a) - place(b)),
    },
    (row) => texts.organisation(row.organisationId),
  );

  const deviation = column(
    deviationColumn,
    {
      headerName: words.columnTitle('deviation'),
      headerClass: 'zvit-right',
      cellClass: 'zvit-right',
      width: 132,
      comparator: buildComparator(computeRowDeviation),
    },
    (row) => {
      const minor = computeRowDeviation(row);
      return minor === null ? '' : formatMoney(minor, { unit: 'none' });
    },
    ({ plannedMinor, actualMinor }) => formatMoney(actualMinor - plannedMinor, { unit: 'none' }),
  );

  const [first, ...others] = listFieldSpecs(table, structure).map(fieldColumn);
  const columns = [number, first, organisation, ...others].filter((definition) => definition !== undefined);
  if (table === 'expenditure') {
    const actual = columns.findIndex(({ colId }) => colId === 'actualMinor');
    columns.splice(actual + 1, 0, deviation);
  }
  return columns;
}
