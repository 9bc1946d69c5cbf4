import { formatMoney } from '#shared/money/formatMoney.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import { documentWords } from '#shared/report/documentWords.ts';
import type { MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { readDirectionText } from '#shared/report/readDirectionText.ts';
import { formatSignature } from '../printed/signatureLine.ts';
import { buildPercentCell } from '../tables/Cell.ts';
import { formatPrintedCell } from '../tables/formatPrintedCell.ts';
import { buildPlanTable, planHeaders } from '../tables/planLines.ts';
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
    parts.push(`${documentWords.withoutDirection} ${totals.withoutDirection.actualText}\n`);
  }
  parts.push(`**${documentWords.grand} ${documentWords.grandPrefix} ${totals.grand.actualText}**\n`);
  const signature = formatSignature(meta);
  if (signature !== null) parts.push(`${escapeMarkdown(signature)}\n`);
  parts.push('## Зведення\n', ...writeTotals(model));
  parts.push('## Заходи\n', tables.writeActivities());
  parts.push('## Видатки\n', tables.writeExpenditures());
  return parts.join('\n');
}

const moneyColumns = ['Заплановано, грн', 'Фактично, грн', 'Відхилення, грн', 'Виконання, %'].map(
  (header) => ({
    header,
    isNumeric: true,
  }),
);

function writeTotals(model: ReportModel): string[] {
  const { directions, totals } = model;
  const byDirection = directions.map(({ number, title, money }) => writeMoney(`${number}. ${title}`, money));
  if (totals.withoutDirection) byDirection.push(writeMoney(withoutDirectionTitle, totals.withoutDirection));
  const parts = [
    writeMoneyTable('Напрям', [...byDirection, writeMoney('Усього', totals.grand)]),
    writeMatrix(model),
    writeMoneyTable(
      'Джерело фінансування',
      totals.byFund.map(({ fund, money }) => writeMoney(choiceLabels.fund[fund], money)),
    ),
    writeMoneyTable(
      'КПКВК',
      totals.byKpkvk.map(({ code, money }) => writeMoney(code, money)),
    ),
    writeMoneyTable(
      'КЕКВ',
      totals.byKekv.map(({ code, money }) => writeMoney(code, money)),
    ),
    writePlan(model),
    writeIndicators(model),
  ];
  return parts.filter((part) => part !== '');
}

function writeMoneyTable(header: string, rows: readonly string[][]): string {
  return rows.length === 0 ? '' : writeMarkdownTable([{ header, isNumeric: false }, ...moneyColumns], rows);
}

function writeMoney(name: string, money: MoneyModel): string[] {
  const percent = buildPercentCell(money.percentTenths);
  return [
    escapeCell(name),
    ...[money.plannedMinor, money.actualMinor, money.deviationMinor].map(formatPlain),
    percent.type === 'percent' ? formatPrintedCell(percent) : '',
  ];
}

function writePlan({ plan }: ReportModel): string {
  if (plan === null) return '';
  const columns = planHeaders.map((header, index) => ({ header, isNumeric: index > 0 }));
  const rows = buildPlanTable(plan).map(({ title, sums }) => {
    const percent = buildPercentCell(sums.percentTenths);
    const amounts = [sums.approvedMinor, sums.money.plannedMinor, sums.money.actualMinor, sums.leftMinor];
    return [
      escapeCell(title),
      ...amounts.map(formatPlain),
      percent.type === 'percent' ? formatPrintedCell(percent) : '',
    ];
  });
  return writeMarkdownTable(columns, rows);
}

/** Fact alone: organisations down, directions across. */
function writeMatrix({ directions, totals }: ReportModel): string {
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
      return cell ? formatPlain(cell.money.actualMinor) : '';
    }),
    formatPlain(money.actualMinor),
  ]);
  const sums = [...columns.map(({ actualMinor }) => actualMinor), totals.grand.actualMinor];
  rows.push(['Усього', ...sums.map(formatPlain)]);
  return writeMarkdownTable(
    [
      { header: 'Виконавець, фактично, грн', isNumeric: false },
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

function formatPlain(minor: bigint): string {
  return formatMoney(minor, { unit: 'none' });
}
