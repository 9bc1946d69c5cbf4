import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine, MoneyModel } from '#shared/report/ReportLine.ts';
import { activityColumns } from '../tables/activityColumns.ts';
import type { AddedColumn } from '../tables/addedColumns.ts';
import { buildMoneyCell } from '../tables/Cell.ts';
import { type Column, organisationColumn, readHeader } from '../tables/Column.ts';
import { expenditureColumns } from '../tables/expenditureColumns.ts';
import { stripForbidden } from '../tables/stripForbidden.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import type { PrintedColumn, PrintedGrid, PrintedLine } from './PrintedDocument.ts';
import { printCell } from './printCell.ts';

/** As wide as an annex on its side, with all that was filled in; or as a page of the text. */
export type GridLayout = 'annex' | 'text';

type GridColumn<Line> = PrintedColumn & {
  key: string;
  isMoney: boolean;
  print: (line: Line, unit: ReportUnit) => string;
};

function column<Line>(
  { key, header, isMoney = false, cell }: Column<Line>,
  width: number,
  align: PrintedColumn['align'] = 'left',
): GridColumn<Line> {
  return { key, header, isMoney, width, align, print: (line, unit) => printCell(cell(line), unit) };
}

/**
 * What people wrote about a row in several cells, in one: on paper there is no room for each. What stands in
 * `added` columns follows, each with its title.
 */
function joined<Line extends ActivityLine | ExpenditureLine>(
  header: string,
  columns: readonly Column<Line>[],
  added: readonly AddedColumn[],
  width: number,
): GridColumn<Line> {
  const print = (line: Line, unit: ReportUnit) =>
    [
      ...columns.map(({ cell }) => printCell(cell(line), unit)),
      ...added.map((column) => {
        const text = printCell(column.cell(line), unit);
        return text === '' ? '' : `${stripForbidden(readHeader(column, unit))}: ${text}`;
      }),
    ]
      .filter((text) => text !== '')
      .join('\n');
  return { key: 'joined', header, isMoney: false, width, align: 'left', print };
}

const activityLayouts: Record<
  GridLayout,
  (added: readonly AddedColumn[]) => readonly GridColumn<ActivityLine>[]
> = {
  annex: (added) => [
    column(activityColumns.content, 64),
    column(organisationColumn, 34),
    column(activityColumns.period, 26),
    column(activityColumns.indicator, 48),
    column(activityColumns.quantity, 19, 'right'),
    column(activityColumns.form, 17),
    column(activityColumns.state, 24),
    joined('Примітка', [activityColumns.reason, activityColumns.note, activityColumns.link], added, 38),
  ],
  text: () => [
    column(activityColumns.content, 72),
    column(organisationColumn, 34),
    column(activityColumns.period, 28),
    column(activityColumns.quantity, 24, 'right'),
  ],
};

const { measure, fund, kpkvk, kekv, planned, actual, deviation, document, reason, note } = expenditureColumns;
const expenditureLayouts: Record<
  GridLayout,
  (added: readonly AddedColumn[]) => readonly GridColumn<ExpenditureLine>[]
> = {
  annex: (added) => [
    column(measure, 54),
    column(organisationColumn, 28),
    column(fund, 25),
    column(kpkvk, 18),
    column(kekv, 14),
    column(planned, 25, 'right'),
    column(actual, 24, 'right'),
    column(deviation, 24, 'right'),
    joined('Документ, примітка', [document, reason, note], added, 42),
  ],
  text: () => [
    column(measure, 66),
    column(organisationColumn, 34),
    column(planned, 30, 'right'),
    column(actual, 28, 'right'),
  ],
};

const placeColumn: PrintedColumn = { header: '№', width: 11, align: 'right' };

/** Lines with their places and how many they are; in an annex each direction begins with its title. */
export function buildActivityGrid(
  lines: readonly ActivityLine[],
  { layout, unit, added = [] }: { layout: GridLayout; unit: ReportUnit; added?: readonly AddedColumn[] },
): PrintedGrid {
  const columns = activityLayouts[layout](added);
  function* print(): Generator<PrintedLine> {
    yield* printLines(lines, columns, { layout, unit });
    yield {
      role: 'total',
      cells: ['', `Усього записів: ${lines.length}`, ...columns.slice(1).map(() => '')],
    };
  }
  return {
    type: 'grid',
    columns: [placeColumn, ...nameColumns(columns, unit)],
    lineCount: lines.length,
    lines: print,
  };
}

/** Lines and what they come to; in an annex each direction has its title before and its sum after it. */
export function buildExpenditureGrid(
  lines: readonly ExpenditureLine[],
  {
    grand,
    layout,
    unit,
    sumOf,
    added = [],
  }: {
    grand: MoneyModel;
    layout: GridLayout;
    unit: ReportUnit;
    sumOf?: SumOf;
    added?: readonly AddedColumn[];
  },
): PrintedGrid {
  const columns = expenditureLayouts[layout](added);
  const printSum = (title: string, money: MoneyModel, role: 'subtotal' | 'total'): PrintedLine => ({
    role,
    cells: ['', ...columns.map(({ key }, index) => (index === 0 ? title : printSumCell(key, money, unit)))],
  });
  function* print(): Generator<PrintedLine> {
    yield* printLines(lines, columns, { layout, unit }, (line) => {
      const money = sumOf?.(line);
      const title = line.direction ? `Разом за напрямом ${line.direction.number}` : 'Разом без напряму';
      return money ? printSum(title, money, 'subtotal') : null;
    });
    yield printSum('Усього', grand, 'total');
  }
  return {
    type: 'grid',
    columns: [placeColumn, ...nameColumns(columns, unit)],
    lineCount: lines.length,
    lines: print,
  };
}

function nameColumns<Line>(columns: readonly GridColumn<Line>[], unit: ReportUnit): PrintedColumn[] {
  return columns.map((own) => ({ ...own, header: readHeader(own, unit) }));
}

/** The sum of the direction that a line is in; null where the report has none. */
export type SumOf = (line: ExpenditureLine) => MoneyModel | null;

function* printLines<Line extends ActivityLine | ExpenditureLine>(
  lines: readonly Line[],
  columns: readonly GridColumn<Line>[],
  { layout, unit }: { layout: GridLayout; unit: ReportUnit },
  printEnd: (last: Line) => PrintedLine | null = () => null,
): Generator<PrintedLine> {
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const after = lines[index + 1];
    if (layout === 'annex' && (index === 0 || before?.direction?.id !== line.direction?.id))
      yield { role: 'heading', cells: [printDirectionTitle(line)] };
    yield { role: 'line', cells: [String(index + 1), ...columns.map(({ print }) => print(line, unit))] };
    if (layout === 'annex' && (after === undefined || after.direction?.id !== line.direction?.id)) {
      const end = printEnd(line);
      if (end) yield end;
    }
  }
}

function printDirectionTitle({ direction }: ActivityLine | ExpenditureLine): string {
  return direction ? `${direction.number}. ${direction.title}` : withoutDirectionTitle;
}

function printSumCell(
  key: string,
  { plannedMinor, actualMinor, deviationMinor }: MoneyModel,
  unit: ReportUnit,
): string {
  if (key === planned.key) return printCell(buildMoneyCell(plannedMinor), unit);
  if (key === actual.key) return printCell(buildMoneyCell(actualMinor), unit);
  return key === deviation.key ? printCell(buildMoneyCell(deviationMinor), unit) : '';
}
