import { formatInUnit } from '#shared/money/formatMoney.ts';
import type { ReportUnit } from '#shared/money/reportUnit.ts';
import type { ActivityLine, ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import type { FigureModel, RowsTable } from '#shared/report/TextModel.ts';
import { buildAddedColumns } from '../tables/addedColumns.ts';
import { type Column, readHeader } from '../tables/Column.ts';
import { findFilledColumns, isNumericCell, isNumericColumn, sumMoneyColumn } from '../tables/columnFacts.ts';
import {
  printedActivityColumns,
  printedExpenditureColumns,
  textActivityColumns,
  textExpenditureColumns,
} from '../tables/printedColumns.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import { groupAnchor, rowAnchor, tableAnchor } from './anchors.ts';
import type { Doors } from './Doors.ts';
import { type Html, html, nothing } from './html.ts';
import { buildLastChangeColumn } from './lastChangeColumn.ts';
import { writeCell } from './writeCell.ts';

type Line = ActivityLine | ExpenditureLine;

/** The two tables of rows: one table for each direction, in it a group for each organisation. */
export class RowTables {
  readonly #model: ReportModel;
  readonly #doors: Doors;
  readonly #activityColumns: Column<ActivityLine>[];
  readonly #expenditureColumns: Column<ExpenditureLine>[];

  constructor(model: ReportModel, doors: Doors, options: { isDraft: boolean }) {
    this.#model = model;
    this.#doors = doors;
    const lastChange = buildLastChangeColumn(model, options);
    this.#activityColumns = findFilledColumns(
      [...printedActivityColumns, ...buildAddedColumns(model, 'activity'), lastChange],
      model.activities,
    );
    this.#expenditureColumns = findFilledColumns(
      [...printedExpenditureColumns, ...buildAddedColumns(model, 'expenditure'), lastChange],
      model.expenditures,
    );
  }

  writeActivities(): Html {
    return this.#writeSection('activities', 'Заходи', this.#model.activities, this.#activityColumns);
  }

  writeExpenditures(): Html {
    return this.#writeSection('expenditures', 'Видатки', this.#model.expenditures, this.#expenditureColumns);
  }

  /** A whole table in the text: each number leads to the row in the table at the end. */
  writeCopy(figure: FigureModel, table: RowsTable): Html {
    if (table.kind === 'none') return html`<p class="doubtful">${figure.text}</p>\n`;
    return table.kind === 'activity'
      ? this.#writeCopy('Заходи', table.lines, textActivityColumns, nothing)
      : this.#writeCopy(
          'Видатки',
          table.lines,
          textExpenditureColumns,
          writeSums('Усього', textExpenditureColumns, table.lines, {
            unit: this.#model.meta.unit,
            scope: 'row',
            columnsBefore: 2,
          }),
        );
  }

  #writeCopy<L extends Line>(
    title: string,
    lines: readonly L[],
    columns: readonly Column<L>[],
    sums: Html,
  ): Html {
    const rows = lines.map((line) => this.#writeRow(line, columns, true));
    return html`<div class="wide" role="region" aria-label="${title} в тексті" tabindex="0"><table>${writeHead(columns, lines, this.#model.meta.unit, true)}<tbody>${rows}</tbody>${sums === nothing ? nothing : html`<tfoot>${sums}</tfoot>`}</table></div>\n`;
  }

  #writeSection<L extends Line>(
    id: string,
    title: string,
    lines: readonly L[],
    columns: readonly Column<L>[],
  ): Html {
    const tables = groupBy(lines, ({ direction }) => direction?.id ?? null).map((group) =>
      this.#writeDirection(title, group, columns),
    );
    return html`<section class="tables" id="${id}">
<h2>${title}</h2>
${lines.length === 0 ? html`<p>Рядків немає.</p>` : tables}
</section>
`;
  }

  #writeDirection<L extends Line>(title: string, lines: readonly L[], columns: readonly Column<L>[]): Html {
    const [first] = lines;
    if (first === undefined) return nothing;
    const { kind, direction } = first;
    const { unit } = this.#model.meta;
    const name = direction === null ? withoutDirectionTitle : `${direction.number}. ${direction.title}`;
    const groups = groupBy(lines, ({ organisation }) => organisation.id).map((group) => {
      const organisation = group[0]?.organisation ?? first.organisation;
      const sums = writeSums(organisation.name, columns, group, { unit, scope: 'rowgroup' });
      const rows = group.map((line) => this.#writeRow(line, columns, false));
      return html`<tbody id="${groupAnchor(kind, direction?.id ?? null, organisation.id)}">${sums}${rows}</tbody>\n`;
    });
    const total =
      kind === 'expenditure'
        ? writeSums('Усього за напрямом', columns, lines, { unit, scope: 'row' })
        : nothing;
    return html`<div class="wide" role="region" aria-label="${title}: ${name}" tabindex="0"><table id="${tableAnchor(kind, direction?.id ?? null)}"><caption>${name}</caption>${writeHead(columns, lines, unit, false)}${groups}${total === nothing ? nothing : html`<tfoot>${total}</tfoot>`}</table></div>\n`;
  }

  #writeRow<L extends Line>(line: L, columns: readonly Column<L>[], isCopy: boolean): Html {
    const anchor = rowAnchor(line.organisation.id, line.rowId);
    const place = this.#doors.placeOf(line);
    const { unit } = this.#model.meta;
    const cells = columns.map((column) => {
      const cell = column.cell(line);
      return isNumericCell(cell)
        ? html`<td class="n">${writeCell(cell, unit)}</td>`
        : html`<td>${writeCell(cell, unit)}</td>`;
    });
    return isCopy
      ? html`<tr><td class="n"><a href="#${anchor}">${place}</a></td><td>${line.organisation.shortName}</td>${cells}</tr>\n`
      : html`<tr id="${anchor}"><td class="n">${place}</td>${cells}</tr>\n`;
  }
}

function writeHead<L extends Line>(
  columns: readonly Column<L>[],
  lines: readonly L[],
  unit: ReportUnit,
  withOrganisation: boolean,
): Html {
  const organisation = withOrganisation ? html`<th scope="col">Виконавець</th>` : nothing;
  const heads = columns.map((column) =>
    isNumericColumn(column, lines)
      ? html`<th scope="col" class="n">${readHeader(column, unit)}</th>`
      : html`<th scope="col">${readHeader(column, unit)}</th>`,
  );
  return html`<thead><tr><th scope="col" class="n">№</th>${organisation}${heads}</tr></thead>`;
}

/** A line with a name over the columns before the first sum, and the sums of the money columns. */
function writeSums<L extends Line>(
  name: string,
  columns: readonly Column<L>[],
  lines: readonly L[],
  { unit, scope, columnsBefore = 1 }: { unit: ReportUnit; scope: 'row' | 'rowgroup'; columnsBefore?: number },
): Html {
  const sums = columns.map((column) => sumMoneyColumn(column, lines));
  const firstSum = sums.findIndex((sum) => sum !== null);
  const before = (firstSum < 0 ? columns.length : firstSum) + columnsBefore;
  const cells = firstSum < 0 ? [] : sums.slice(firstSum);
  const printed = cells.map((sum) =>
    sum === null ? html`<td></td>` : html`<td class="n">${formatInUnit(sum, unit)}</td>`,
  );
  return html`<tr class="sum"><th scope="${scope}" colspan="${before}">${name}</th>${printed}</tr>\n`;
}

/** Neighbours that share a key; lines come sorted. */
function groupBy<L>(lines: readonly L[], keyOf: (line: L) => string | null): L[][] {
  const groups: L[][] = [];
  let lastKey: string | null | undefined;
  for (const line of lines) {
    const key = keyOf(line);
    if (key === lastKey) groups.at(-1)?.push(line);
    else groups.push([line]);
    lastKey = key;
  }
  return groups;
}
