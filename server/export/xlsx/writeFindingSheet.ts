import type ExcelJS from 'exceljs';
import type { FindingModel, FindingPlace } from '#shared/report/FindingModel.ts';
import { buildNumberCell, buildTextCell, emptyCell } from '../tables/Cell.ts';
import { fitRowHeights } from './fitRowHeights.ts';
import { SummaryWriter } from './SummaryWriter.ts';
import { setUpPage } from './setUpPage.ts';
import { linkFont } from './style.ts';
import { findLetter, type Layouts } from './TableLayout.ts';
import type { WorkbookModel } from './WorkbookModel.ts';
import { writeTitle } from './writeTitle.ts';

const severityLabels = {
  blocks: 'Не дає сформувати остаточний файл',
  error: 'Помилка',
  warning: 'Застереження',
} as const satisfies Record<FindingModel['severity'], string>;

const placeColumn = 4;

/** «Зауваження»: what the checks have found, each with the way to its cell in the tables of this workbook. */
export function writeFindingSheet(workbook: ExcelJS.Workbook, model: WorkbookModel, layouts: Layouts): void {
  const sheet = workbook.addWorksheet('Зауваження');
  for (const [index, width] of [6, 24, 24, 30, 80].entries()) sheet.getColumn(index + 1).width = width;
  const writer = new SummaryWriter(sheet, writeTitle(sheet, model.meta, 'Зауваження'), model.meta.unit);
  const headerRow = writer.nextRow;
  writer.header(['№', 'Важливість', 'Виконавець', 'Місце', 'Зауваження']);
  const names = new Map(model.organisations.map(({ id, shortName }) => [id, shortName]));
  const findCell = locateRows(model, layouts);
  for (const [index, finding] of model.findings.entries()) {
    const { severity, text, organisationId, place } = finding;
    const row = writer.nextRow;
    const address = findCell(finding);
    writer.row([
      buildNumberCell(index + 1),
      buildTextCell(severityLabels[severity]),
      buildTextCell(organisationId === null ? null : (names.get(organisationId) ?? null)),
      buildTextCell(describePlace(place, address)),
      buildTextCell(text),
    ]);
    if (address === null) continue;
    const cell = sheet.getCell(row, placeColumn);
    const target = `#'${address.sheetName}'!${address.cell}`;
    cell.value = { text: describePlace(place, address), hyperlink: target };
    cell.font = linkFont;
  }
  if (model.findings.length === 0) writer.row([emptyCell, buildTextCell('Зауважень немає')]);
  fitRowHeights(sheet);
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow, showGridLines: false }];
  setUpPage(sheet, model.meta, headerRow);
}

type Address = { sheetName: string; cell: string };

/** Where what a finding is about stands in the workbook; null for what is in none of its cells. */
function locateRows(
  { activities, expenditures }: WorkbookModel,
  layouts: Layouts,
): (finding: FindingModel) => Address | null {
  // A row's id is its own in its sheet only.
  const indices = new Map<string, number>();
  for (const lines of [activities, expenditures]) {
    for (const [index, { rowId, organisation }] of lines.entries()) {
      indices.set(`${organisation.id}/${rowId}`, index);
    }
  }
  return ({ organisationId, place }) => {
    if (place.in !== 'row') return null;
    const index = indices.get(`${organisationId}/${place.rowId}`);
    if (index === undefined) return null;
    const layout = place.table === 'activity' ? layouts.activities : layouts.expenditures;
    // A field that names something (`indicatorId`) or holds money (`actualMinor`) has its column without the ending.
    const key = place.field?.replace(/(?:Id|Minor)$/, '') ?? 'directionNumber';
    return { sheetName: layout.sheetName, cell: `${findLetter(layout, key)}${layout.firstRow + index}` };
  };
}

function describePlace(place: FindingPlace, address: Address | null): string {
  if (place.in === 'text') return `Текст, напрям ${place.directionNumber}`;
  return address === null ? 'Показники' : `${address.sheetName}, ${address.cell}`;
}
