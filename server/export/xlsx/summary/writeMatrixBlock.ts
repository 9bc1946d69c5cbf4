import type { DirectionId } from '#shared/model/ids.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { buildNumberCell, buildTextCell, emptyCell } from '../../tables/Cell.ts';
import { noDirection } from '../../tables/Column.ts';
import { columnSum, moneyFormula } from '../formulaCells.ts';
import type { SummaryWriter } from '../SummaryWriter.ts';
import { sumWhere } from '../summaryFormulas.ts';
import { formatColumnLetter, type Layouts } from '../TableLayout.ts';

/** Actual sums, organisations down and directions across: a page is higher than it is wide in columns. */
export function writeMatrixBlock(writer: SummaryWriter, model: ReportModel, { expenditures }: Layouts): void {
  const { grand, byOrganisation, matrix, withoutDirection } = model.totals;
  const slots: { id: DirectionId | null; actualMinor: bigint }[] = [
    ...model.directions.map(({ id, money }) => ({ id, actualMinor: money.actualMinor })),
    ...(withoutDirection ? [{ id: null, actualMinor: withoutDirection.actualMinor }] : []),
  ];
  const actualByPlace = new Map(
    matrix.map(({ directionId, organisationId, money }) => [
      `${directionId}/${organisationId}`,
      money.actualMinor,
    ]),
  );
  const firstColumn = 3;
  const totalColumn = firstColumn + slots.length;

  writer.heading('Фактично: виконавці та напрями, грн');
  const headerRow = writer.nextRow;
  writer.header([
    '№',
    'Виконавець',
    ...model.directions.map(({ number }) => number),
    ...(withoutDirection ? [noDirection] : []),
    'Усього',
  ]);
  const firstRow = writer.nextRow;
  for (const { organisation, money } of byOrganisation) {
    const row = writer.nextRow;
    const lastLetter = formatColumnLetter(totalColumn - 1);
    const sum = slots.length === 0 ? 'SUM(0)' : `SUM(C${row}:${lastLetter}${row})`;
    writer.row([
      buildNumberCell(organisation.position),
      buildTextCell(organisation.shortName),
      ...slots.map(({ id }, index) => {
        const formula = sumWhere(expenditures, 'actual', [
          ['organisationPosition', `$A${row}`],
          ['directionNumber', `${formatColumnLetter(firstColumn + index)}$${headerRow}`],
        ]);
        return moneyFormula(formula, actualByPlace.get(`${id}/${organisation.id}`) ?? 0n);
      }),
      moneyFormula(sum, money.actualMinor),
    ]);
  }
  const lastRow = writer.nextRow - 1;
  writer.row(
    [
      emptyCell,
      buildTextCell('Усього'),
      ...slots.map(({ actualMinor }, index) =>
        moneyFormula(columnSum(firstColumn + index, firstRow, lastRow), actualMinor),
      ),
      moneyFormula(columnSum(totalColumn, firstRow, lastRow), grand.actualMinor),
    ],
    { isTotal: true },
  );
}
