import { formatInUnit, formatWithUnit } from '#shared/money/formatMoney.ts';
import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import { formatSignature } from '../printed/signatureLine.ts';
import { buildPercentCell } from '../tables/Cell.ts';
import { formatPrintedCell } from '../tables/formatPrintedCell.ts';
import { buildPlanTable, listPlanHeaders } from '../tables/planLines.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import { escapeCell, escapeMarkdown } from './escapeMarkdown.ts';
import { RowTables } from './RowTables.ts';
import { writeBlocks } from './writeBlocks.ts';
import { writeMarkdownTable } from './writeMarkdownTable.ts';

/**
 * The report as Markdown: CommonMark with GFM's tables, every text escaped so that it means itself.
 * A draft says so at the top.
 */
export function writeReportMarkdown(model: ReportModel, { isDraft }: { isDraft: boolean }): string {
  const { meta, directions, totals } = model;
  const tables = new RowTables(model);
  const parts: string[] = [];
  if (isDraft) parts.push(`**${documentWords.draft}**\n`);
  if (meta.exampleNote !== null) parts.push(`> ${escapeMarkdown(meta.exampleNote)}\n`);
  parts.push(`# ${escapeMarkdown(meta.title)}\n`, `${escapeMarkdown(meta.programmeTitle)}\n`);
  if (meta.decisionText !== null) parts.push(`${escapeMarkdown(meta.decisionText)}\n`);
  for (const direction of directions) {
    parts.push(`## ${direction.number}\\. ${escapeMarkdown(direction.title)}\n`);
    parts.push(writeBlocks(readDirectionText(model, direction), tables));
  }
  if (totals.withoutDirection) {
    parts.push(
      `${documentWords.withoutDirection} ${formatWithUnit(totals.withoutDirection.actualMinor, meta.unit)}\n`,
    );
  }
  parts.push(
    `**${documentWords.grand} ${documentWords.grandPrefix} ${formatWithUnit(totals.grand.actualMinor, meta.unit)}**\n`,
  );
  const signature = formatSignature(meta);
  if (signature !== null) parts.push(`${escapeMarkdown(signature)}\n`);
  parts.push('## Зведення\n', ...writeTotals(model));
  parts.push('## Заходи\n', tables.writeActivities());
  parts.push('## Видатки\n', tables.writeExpenditures());
  return parts.join('\n');
}

const moneyHeaders = ['Заплановано, грн', 'Фактично, грн', 'Відхилення, грн', 'Виконання, %'];

function writeTotals(model: ReportModel): string[] {
  const { directions, totals } = model;
  const { unit } = model.meta;
  const byDirection = directions.map(({ number, title, money }) =>
    writeMoney(`${number}. ${title}`, money, unit),
  );
  if (totals.withoutDirection)
    byDirection.push(writeMoney(withoutDirectionTitle, totals.withoutDirection, unit));
  const parts = [
    writeMoneyTable('Напрям', [...byDirection, writeMoney('Усього', totals.grand, unit)], unit),
    writeMatrix(model),
    writeMoneyTable(
      'Джерело фінансування',
      totals.byFund.map(({ fund, money }) => writeMoney(choiceLabels.fund[fund], money, unit)),
      unit,
    ),
    writeMoneyTable(
      'КПКВК',
      totals.byKpkvk.map(({ code, money }) => writeMoney(code, money, unit)),
      unit,
    ),
    writeMoneyTable(
      'КЕКВ',
      totals.byKekv.map(({ code, money }) => writeMoney(code, money, unit)),
      unit,
    ),
    writePlan(model),
    writeIndicators(model),
  ];
  return parts.filter((part) => part !== '');
}

function writeMoneyTable(header: string, rows: readonly string[][], unit: ReportUnit): string {
  const columns = moneyHeaders.map((own) => ({ header: nameUnit(own, unit), isNumeric: true }));
  return rows.length === 0 ? '' : writeMarkdownTable([{ header, isNumeric: false }, ...columns], rows);
}

function writeMoney(name: string, money: MoneyModel, unit: ReportUnit): string[] {
  const percent = buildPercentCell(money.percentTenths);
  return [
    escapeCell(name),
    ...[money.plannedMinor, money.actualMinor, money.deviationMinor].map((minor) =>
      formatInUnit(minor, unit),
    ),
    percent.type === 'percent' ? formatPrintedCell(percent, unit) : '',
  ];
}

function writePlan({ plan, meta: { unit } }: ReportModel): string {
  if (plan === null) return '';
  const columns = listPlanHeaders(unit).map((header, index) => ({ header, isNumeric: index > 0 }));
  const rows = buildPlanTable(plan).map(({ title, sums }) => {
    const percent = buildPercentCell(sums.percentTenths);
    const amounts = [sums.approvedMinor, sums.money.plannedMinor, sums.money.actualMinor, sums.leftMinor];
    return [
      escapeCell(title),
      ...amounts.map((minor) => formatInUnit(minor, unit)),
      percent.type === 'percent' ? formatPrintedCell(percent, unit) : '',
    ];
  });
  return writeMarkdownTable(columns, rows);
}

/** Fact alone: organisations down, directions across. */
function writeMatrix({ directions, totals, meta: { unit } }: ReportModel): string {
  const columns: { id: string | null; header: string; actualMinor: bigint }[] = directions.map(
    ({ id, number, money }) => ({ id, header: `Напрям ${number}`, actualMinor: money.actualMinor }),
  );
  if (totals.withoutDirection) {
    const { actualMinor } = totals.withoutDirection;
    columns.push({ id: null, header: withoutDirectionTitle, actualMinor });
  }
  const rows = totals.byOrganisation.map(({ organisation, money }) => [
    escapeCell(organisation.name),
    ...columns.map(({ id }) => {
      const cell = totals.matrix.find(
        ({ directionId, organisationId }) => directionId === id && organisationId === organisation.id,
      );
      return cell ? formatInUnit(cell.money.actualMinor, unit) : '';
    }),
    formatInUnit(money.actualMinor, unit),
  ]);
  const sums = [...columns.map(({ actualMinor }) => actualMinor), totals.grand.actualMinor];
  rows.push(['Усього', ...sums.map((minor) => formatInUnit(minor, unit))]);
  return writeMarkdownTable(
    [
      { header: nameUnit('Виконавець, фактично, грн', unit), isNumeric: false },
      ...[...columns.map(({ header }) => header), 'Усього'].map((header) => ({ header, isNumeric: true })),
    ],
    rows,
  );
}

function writeIndicators({ totals }: ReportModel): string {
  if (totals.indicators.length === 0) return '';
  const columns = ['Напрям', 'Показник', 'Значення', 'За виконавцями'].map((header) => ({
    header,
    isNumeric: false,
  }));
  const rows = totals.indicators.map(({ directionNumber, depth, title, text, byOrganisation }) => [
    String(directionNumber ?? ''),
    escapeCell(`${'— '.repeat(depth)}${title}`),
    escapeCell(text),
    escapeCell(byOrganisation.map(({ shortName, value }) => `${shortName}: ${value}`).join('; ')),
  ]);
  return writeMarkdownTable(columns, rows);
}
