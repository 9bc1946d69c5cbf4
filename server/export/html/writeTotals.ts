import type { DirectionId, OrganisationId } from '#shared/model/ids.ts';
import { formatInUnit } from '#shared/money/formatMoney.ts';
import { nameUnit, type ReportUnit } from '#shared/money/reportUnit.ts';
import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ExpenditureLine, MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { findIndicatorLines } from '#shared/report/readDirectionText.ts';
import { readCode } from '#shared/totals/readCode.ts';
import { buildPercentCell } from '../tables/Cell.ts';
import { buildPlanTable, listPlanHeaders, planTitle } from '../tables/planLines.ts';
import { withoutDirectionTitle } from '../tables/totalLines.ts';
import { groupAnchor, tableAnchor } from './anchors.ts';
import type { Doors } from './Doors.ts';
import { type Html, html, nothing } from './html.ts';
import { writeCell } from './writeCell.ts';

/** «Зведення»: each number leads to its rows, at once where these stand together in a table. */
export function writeTotals(model: ReportModel, doors: Doors): Html {
  return html`<section class="tables" id="totals">
<h2>Зведення</h2>
${writeDirections(model)}${writeMatrix(model, doors)}${writeSlices(model, doors)}${writePlan(model)}${writeIndicators(model, doors)}
</section>
`;
}

const listMoneyHeads = (unit: ReportUnit) =>
  ['Заплановано, грн', 'Фактично, грн', 'Відхилення, грн', 'Виконання, %'].map((head) =>
    nameUnit(head, unit),
  );

function writeDirections({ directions, totals, meta: { unit } }: ReportModel): Html {
  const rows = directions.map(({ id, number, title, money }) =>
    writeMoneyRow(`${number}. ${title}`, money, tableAnchor('expenditure', id), unit),
  );
  const { grand, withoutDirection } = totals;
  if (withoutDirection) {
    rows.push(writeMoneyRow(withoutDirectionTitle, withoutDirection, tableAnchor('expenditure', null), unit));
  }
  return writeTable(
    'За напрямами',
    ['Напрям', ...listMoneyHeads(unit)],
    rows,
    writeMoneyRow('Усього', grand, 'expenditures', unit),
  );
}

/** Fact alone: organisations down, directions across. */
function writeMatrix(model: ReportModel, doors: Doors): Html {
  const { directions, totals } = model;
  const { unit } = model.meta;
  const columns: { id: DirectionId | null; head: string; money: MoneyModel }[] = directions.map(
    ({ id, number, money }) => ({ id, head: `Напрям ${number}`, money }),
  );
  if (totals.withoutDirection) {
    columns.push({ id: null, head: withoutDirectionTitle, money: totals.withoutDirection });
  }
  const cells = new Map(
    totals.matrix.map(({ directionId, organisationId, money }) => [
      groupAnchor('expenditure', directionId, organisationId),
      money,
    ]),
  );
  const rows = totals.byOrganisation.map(({ organisation, money }) => {
    const sums = columns.map(({ id }) => {
      const anchor = groupAnchor('expenditure', id, organisation.id);
      const sum = cells.get(anchor);
      return html`<td class="n">${sum ? writeLink(sum, anchor, unit) : nothing}</td>`;
    });
    const lines = findLines(model, organisation.id);
    const total = lines.length > 0 ? doors.open(formatInUnit(money.actualMinor, unit), lines) : nothing;
    return html`<tr><th scope="row">${organisation.name}</th>${sums}<td class="n">${total}</td></tr>\n`;
  });
  const foot = columns.map(
    ({ id, money }) =>
      html`<td class="n">${money.rowCount > 0 ? writeLink(money, tableAnchor('expenditure', id), unit) : nothing}</td>`,
  );
  return writeTable(
    nameUnit('За виконавцями й напрямами, фактично, грн', unit),
    ['Виконавець', ...columns.map(({ head }) => head), 'Усього'],
    rows,
    html`<tr><th scope="row">Усього</th>${foot}<td class="n">${writeLink(totals.grand, 'expenditures', unit)}</td></tr>\n`,
  );
}

function findLines({ expenditures }: ReportModel, organisationId: OrganisationId): ExpenditureLine[] {
  return expenditures.filter(({ organisation }) => organisation.id === organisationId);
}

function writeSlices({ expenditures, totals, meta: { unit } }: ReportModel, doors: Doors): Html {
  const { byFund, byKpkvk, byKekv } = totals;
  const slice = (
    title: string,
    money: MoneyModel,
    isBehind: (values: ExpenditureLine['values']) => boolean,
  ): Html => {
    const lines = expenditures.filter(({ values }) => isBehind(values));
    const actual = doors.open(formatInUnit(money.actualMinor, unit), lines);
    return writeMoneyCells(title, money, actual, unit);
  };
  const tables: Html[] = [];
  const add = (caption: string, head: string, rows: readonly Html[]): void => {
    if (rows.length > 0) tables.push(writeTable(caption, [head, ...listMoneyHeads(unit)], rows, nothing));
  };
  add(
    'За джерелами фінансування',
    'Джерело',
    byFund.map(({ fund, money }) => slice(choiceLabels.fund[fund], money, (values) => values.fund === fund)),
  );
  add(
    'За КПКВК',
    'КПКВК',
    byKpkvk.map(({ code, money }) => slice(code, money, (values) => readCode(values.kpkvk) === code)),
  );
  add(
    'За КЕКВ',
    'КЕКВ',
    byKekv.map(({ code, money }) => slice(code, money, (values) => readCode(values.kekv) === code)),
  );
  return html`${tables}`;
}

function writePlan({ plan, meta: { unit } }: ReportModel): Html {
  if (plan === null) return nothing;
  const rows = buildPlanTable(plan).map(({ title, sums, role }) => {
    const amounts = [sums.approvedMinor, sums.money.plannedMinor, sums.money.actualMinor, sums.leftMinor];
    const cells = amounts.map((minor) => html`<td class="n">${formatInUnit(minor, unit)}</td>`);
    const percent = writeCell(buildPercentCell(sums.percentTenths), unit);
    return { role, row: html`<tr><th scope="row">${title}</th>${cells}<td class="n">${percent}</td></tr>\n` };
  });
  const ofRole = (wanted: string) => rows.filter(({ role }) => role === wanted).map(({ row }) => row);
  return writeTable(planTitle, listPlanHeaders(unit), ofRole('line'), html`${ofRole('total')}`);
}

function writeIndicators(model: ReportModel, doors: Doors): Html {
  const rows = model.totals.indicators.map((indicator) => {
    const name = `${'— '.repeat(indicator.depth)}${indicator.title}`;
    const number = doors.open(indicator.text, findIndicatorLines(model, indicator));
    const shares = indicator.byOrganisation
      .map(({ shortName, value }) => `${shortName}: ${value}`)
      .join('; ');
    return html`<tr><td class="n">${indicator.directionNumber ?? ''}</td><th scope="row">${name}</th><td>${number}</td><td>${shares}</td></tr>\n`;
  });
  if (rows.length === 0) return nothing;
  return writeTable('Показники', indicatorHeads, rows, nothing);
}

function writeMoneyRow(name: string, money: MoneyModel, anchor: string, unit: ReportUnit): Html {
  const text = formatInUnit(money.actualMinor, unit);
  const actual = money.rowCount > 0 ? writeLink(money, anchor, unit) : html`${text}`;
  return writeMoneyCells(name, money, actual, unit);
}

function writeMoneyCells(name: string, money: MoneyModel, actual: Html, unit: ReportUnit): Html {
  const planned = formatInUnit(money.plannedMinor, unit);
  const deviation = formatInUnit(money.deviationMinor, unit);
  const percent = writeCell(buildPercentCell(money.percentTenths), unit);
  return html`<tr><th scope="row">${name}</th><td class="n">${planned}</td><td class="n">${actual}</td><td class="n">${deviation}</td><td class="n">${percent}</td></tr>\n`;
}

function writeLink({ actualMinor }: MoneyModel, anchor: string, unit: ReportUnit): Html {
  return html`<a class="number" href="#${anchor}">${formatInUnit(actualMinor, unit)}</a>`;
}

/** Heads of the columns that hold no numbers. */
function isWords(head: string): boolean {
  return indicatorHeads.includes(head);
}

const indicatorHeads = ['Напрям', 'Показник', 'Значення', 'За виконавцями'];

function writeTable(caption: string, heads: readonly string[], rows: readonly Html[], foot: Html): Html {
  const header = heads.map((head, index) =>
    index > 0 && !isWords(head)
      ? html`<th scope="col" class="n">${head}</th>`
      : html`<th scope="col">${head}</th>`,
  );
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${header}</tr></thead><tbody>${rows}</tbody>${foot === nothing ? nothing : html`<tfoot>${foot}</tfoot>`}</table></div>
`;
}
