import type { InlineFigure, MoneyFigure, RowFilter } from '../../figures/FigureSpec.ts';
import { activityNoun, pickDeclinedForm } from '../../language/declinedNouns.ts';
import { formatCount } from '../../language/nouns.ts';
import { formatMoney } from '../../money/formatMoney.ts';
import { formatPercent } from '../../money/ratio.ts';
import type { MoneyModel } from '../../report/ReportLine.ts';
import type { DirectionModel, ReportModel } from '../../report/ReportModel.ts';

/** A number of the tables that an author may have typed. */
export type KnownTotal = {
  value: bigint;
  /** As printed, with its unit or noun. */
  text: string;
  figure: InlineFigure;
  /** The whole report’s or this direction’s: here a number that is nearly the same is suspicious too. */
  isNear: boolean;
};

export type KnownCount = KnownTotal & {
  /** Words that name what is counted, lower case. */
  nouns: readonly string[];
  /** What is printed after «понад»; null when nothing is. */
  over: bigint | null;
};

export type KnownTotals = {
  money: readonly KnownTotal[];
  /** The first of each value, so that a sum to the kopiyka is found without a search. */
  moneyByValue: ReadonlyMap<bigint, KnownTotal>;
  counts: readonly KnownCount[];
  percents: readonly KnownTotal[];
};

/** The totals that a text of this direction may repeat, those nearest to it first. */
export function buildKnownTotals(
  { totals, directions }: Pick<ReportModel, 'totals' | 'directions'>,
  direction: DirectionModel,
): KnownTotals {
  const known = new Set(
    totals.byOrganisation.flatMap(({ organisation: { id, kind } }) => (kind === null ? [] : [id])),
  );
  const own: RowFilter = { directionId: direction.id };
  const slices: { filter: RowFilter; money: MoneyModel }[] = [
    ...directions
      .filter(({ id }) => id !== direction.id)
      .map(({ id, money }) => ({ filter: { directionId: id }, money })),
    ...totals.byOrganisation
      .filter(({ organisation }) => known.has(organisation.id))
      .map(({ organisation, money }) => ({ filter: { organisationId: organisation.id }, money })),
    ...totals.byFund.map(({ fund, money }) => ({ filter: { fund }, money })),
    ...totals.byKpkvk.map(({ code, money }) => ({ filter: { kpkvk: code }, money })),
    ...totals.byKekv.map(({ code, money }) => ({ filter: { kekv: code }, money })),
    ...totals.matrix
      .filter(({ organisationId }) => known.has(organisationId))
      .map(({ directionId, organisationId, money }) => ({ filter: { directionId, organisationId }, money })),
  ];
  const sums = [
    ...buildSums(own, direction.money, true),
    ...buildSums({}, totals.grand, true),
    ...slices
      .flatMap(({ filter, money }) => buildSums(filter, money, false))
      .filter(({ value }) => value >= smallestSliceMinor),
  ];
  return {
    money: sums,
    // Backwards, as the last one set stays.
    moneyByValue: new Map(sums.toReversed().map((total) => [total.value, total])),
    counts: [
      ...buildIndicators(totals.indicators),
      ...buildActivities(own, direction.activityCount),
      ...buildActivities({}, totals.activityCount),
    ],
    percents: [...buildPercent(own, direction.money), ...buildPercent({}, totals.grand)],
  };
}

/** A slice is seldom meant by less than 1000 грн: small sums are equal by chance. */
const smallestSliceMinor = 100_000n;

function buildSums(filter: RowFilter, money: MoneyModel, isNear: boolean): KnownTotal[] {
  const sums: [MoneyFigure['sum'], bigint][] = [
    ['actual', money.actualMinor],
    ['planned', money.plannedMinor],
  ];
  return sums
    .filter(([, value]) => value > 0n)
    .map(([sum, value]) => ({
      value,
      text: formatMoney(value),
      figure: { kind: 'money', sum, filter, format: 'hryvnias', case: 'nominative' },
      isNear,
    }));
}

const counted = { format: 'count', step: null, case: 'nominative', gender: 'masculine' } as const;

function buildIndicators(indicators: ReportModel['totals']['indicators']): KnownCount[] {
  return indicators
    .filter(({ value }) => value > 0)
    .map(({ id, value, text }) => ({
      value: BigInt(value),
      text,
      figure: { kind: 'indicator', indicatorId: id, aggregation: null, filter: {}, ...counted },
      isNear: true,
      nouns: readNouns(text),
      over: readOver(text),
    }));
}

function buildActivities(filter: RowFilter, count: number): KnownCount[] {
  if (count === 0) return [];
  return [
    {
      value: BigInt(count),
      text: `${formatCount(count)} ${pickDeclinedForm(activityNoun, count, 'nominative')}`,
      figure: { kind: 'activities', filter, ...counted },
      isNear: false,
      nouns: [activityNoun.singular.nominative, activityNoun.plural.nominative, activityNoun.plural.genitive],
      over: null,
    },
  ];
}

function buildPercent(filter: RowFilter, { percentTenths }: MoneyModel): KnownTotal[] {
  if (percentTenths === null) return [];
  const figure = { kind: 'percent', filter } as const;
  return [{ value: BigInt(percentTenths), text: formatPercent(percentTenths), figure, isNear: false }];
}

/** `понад 90 заходів` counts «заходів»; words of one or two letters name nothing. */
function readNouns(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}’'ʼ-]{3,}/gu) ?? []).filter((word) => word !== 'понад');
}

function readOver(text: string): bigint | null {
  const [, digits] = /^понад ([\d\u00A0]+)/.exec(text) ?? [];
  return digits === undefined ? null : BigInt(digits.replaceAll('\u00A0', ''));
}
