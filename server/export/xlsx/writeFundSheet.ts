import type ExcelJS from 'exceljs';
import { Fund } from '#shared/model/rows.ts';
import { unitDecimals } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ExpenditureLine } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell, buildTextCell, type Cell, emptyCell } from '../tables/Cell.ts';
import { noDirection } from '../tables/Column.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { moneyFormula } from './formulaCells.ts';
import { SummaryWriter } from './SummaryWriter.ts';
import { setUpPage } from './setUpPage.ts';
import { sumWhere } from './summaryFormulas.ts';
import { formatColumnLetter, type Layouts } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

const money = [
  { key: 'planned', column: 5, read: ({ values }: ExpenditureLine) => values.plannedMinor },
  { key: 'actual', column: 6, read: ({ values }: ExpenditureLine) => values.actualMinor },
] as const;

type Money = (typeof money)[number];

/**
 * «Джерела»: planned and actual by direction, in it by organisation, in it by fund, each level an
 * outline group. All are formulas over the rows; what has no fund is what the others leave.
 */
export function writeFundSheet(
  workbook: ExcelJS.Workbook,
  model: WorkbookModel,
  { expenditures: layout }: Layouts,
): void {
  const sheet = workbook.addWorksheet('Джерела');
  sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
  for (const [index, width] of [10, 60, 10, 24, 17, 17].entries()) sheet.getColumn(index + 1).width = width;
  const writer = new SummaryWriter(
    sheet,
    writeTitle(sheet, model.meta, 'Джерела фінансування'),
    model.meta.unit,
  );
  const headerRow = writer.nextRow;
  writer.header([
    '№ напряму',
    'Напрям, виконавець',
    '№ викон.',
    'Джерело фінансування',
    'Заплановано, грн',
    'Фактично, грн',
  ]);

  const writeRow = (
    level: 0 | 1 | 2,
    cells: readonly [Cell, Cell, Cell, Cell],
    lines: readonly ExpenditureLine[],
    formulaOf: (sum: Money, row: number) => string,
  ): void => {
    const row = writer.nextRow;
    const sums = money.map((sum) => moneyFormula(formulaOf(sum, row), addUp(lines, sum)));
    writer.row([...cells, ...sums], { isTotal: level === 0, indent: level });
    if (level > 0) sheet.getRow(row).outlineLevel = level;
  };

  for (const { number, title, lines } of groupByDirection(model)) {
    const numberCell = number === null ? buildTextCell(noDirection) : buildNumberCell(number);
    writeRow(0, [numberCell, buildTextCell(title), emptyCell, emptyCell], lines, ({ key }, row) =>
      sumWhere(layout, key, [['directionNumber', `$A${row}`]]),
    );
    for (const { position, shortName, own } of groupByOrganisation(model, lines)) {
      const place = [numberCell, buildTextCell(shortName), buildNumberCell(position)] as const;
      const organisationRow = writer.nextRow;
      writeRow(1, [...place, emptyCell], own, ({ key }, row) => sumWhere(layout, key, whereOf(row)));
      for (const fund of Fund.options) {
        const ofFund = own.filter(({ values }) => values.fund === fund);
        if (ofFund.length === 0) continue;
        writeRow(2, [...place, buildTextCell(choiceLabels.fund[fund])], ofFund, ({ key }, row) =>
          sumWhere(layout, key, [...whereOf(row), ['fund', `$D${row}`]]),
        );
      }
      const rest = own.filter(({ values }) => values.fund === null);
      if (rest.length === 0) continue;
      writeRow(2, [...place, buildTextCell('Не вказано')], rest, ({ column }, row) => {
        const letter = formatColumnLetter(column);
        const first = organisationRow + 1;
        const others = first < row ? `SUM(${letter}${first}:${letter}${row - 1})` : 'SUM(0)';
        return `ROUND(${letter}${organisationRow}-${others},${unitDecimals[model.meta.unit]})`;
      });
    }
  }
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: headerRow, showGridLines: false }];
  setUpPage(sheet, model.meta, headerRow);
}

function whereOf(row: number): [key: string, cell: string][] {
  return [
    ['directionNumber', `$A${row}`],
    ['organisationPosition', `$C${row}`],
  ];
}

function groupByDirection({ directions, expenditures }: ReportModel) {
  const places = [...directions, null].map((direction) => ({
    number: direction?.number ?? null,
    title: direction?.title ?? withoutDirectionTitle,
    lines: expenditures.filter((line) => (line.direction?.id ?? null) === (direction?.id ?? null)),
  }));
  return places.filter(({ lines }) => lines.length > 0);
}

function groupByOrganisation({ organisations }: ReportModel, lines: readonly ExpenditureLine[]) {
  const places = organisations.map(({ id, position, shortName }) => ({
    position,
    shortName,
    own: lines.filter(({ organisation }) => organisation.id === id),
  }));
  return places.filter(({ own }) => own.length > 0);
}

function addUp(lines: readonly ExpenditureLine[], { read }: Money): bigint {
  return lines.reduce((sum, line) => sum + BigInt(read(line) ?? 0), 0n);
}
