import { choiceLabels } from '#shared/report/choiceLabels.ts';
import type { ExpenditureLine, MoneyModel } from '#shared/report/ReportLine.ts';
import type { ReportModel } from '#shared/report/ReportModel.ts';
import { type ExpectedCell, money, percent, text } from './ExpectedTable.ts';

/** Planned, actual, deviation, per cent. */
export function expectSums(sums: MoneyModel): ExpectedCell[] {
  return [
    money(sums.plannedMinor),
    money(sums.actualMinor),
    money(sums.deviationMinor),
    percent(sums.percentTenths),
  ];
}

/** A name and its sums. */
export type Slice = { name: string | null; sums: MoneyModel };

export const expectSlice = ({ name, sums }: Slice): ExpectedCell[] => [text(name), ...expectSums(sums)];

export function listDirections({ directions, totals }: ReportModel): (Slice & { id: string | null })[] {
  return [
    ...directions.map(({ id, number, title, money: sums }) => ({ id, name: `${number}. ${title}`, sums })),
    ...(totals.withoutDirection ? [{ id: null, name: 'Без напряму', sums: totals.withoutDirection }] : []),
  ];
}

export function listOrganisations({ totals }: ReportModel): Slice[] {
  return totals.byOrganisation.map(({ organisation, money: sums }) => ({ name: organisation.name, sums }));
}

export function listFunds({ totals }: ReportModel): Slice[] {
  return totals.byFund.map(({ fund, money: sums }) => ({ name: choiceLabels.fund[fund], sums }));
}

export function listCodes(slices: ReportModel['totals']['byKekv']): Slice[] {
  return slices.map(({ code, money: sums }) => ({ name: code, sums }));
}

export function grandSlice({ totals }: ReportModel): Slice {
  return { name: 'Усього', sums: totals.grand };
}

/** Neighbours of one direction, in the order of the report. */
export function groupByDirection<Line extends Pick<ExpenditureLine, 'direction'>>(
  lines: readonly Line[],
): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && (last[0]?.direction?.id ?? null) === (line.direction?.id ?? null)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
