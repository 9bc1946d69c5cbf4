import { buildCorrectionRows, isCorrectionRow } from '../corrections/correctionRows.ts';
import type { DirectionId, IndicatorId, OrganisationId } from '../model/ids.ts';
import type { ActivityRow, ExpenditureRow, Fund, Row } from '../model/rows.ts';
import type { Aggregation, ReportStructure } from '../model/structure.ts';
import { IndicatorLedger } from './IndicatorLedger.ts';
import { countsFor } from './indicatorRows.ts';
import { addRow, MoneyLedger } from './MoneyLedger.ts';
import { type RowChange, RowRegister } from './RowRegister.ts';
import { readCode } from './readCode.ts';
import { type MoneySums, noMoney, type Totals } from './Totals.ts';

/** What of a report's structure decides its totals. */
export type TotalsStructure = Pick<
  ReportStructure,
  'indicators' | 'directions' | 'corrections' | 'organisations'
>;

/**
 * Totals kept in step with rows: a change costs the change, not a recount. The corrections of the structure count as
 * rows do. Rules TOT-1 to TOT-18, TOT-20 to TOT-22.
 */
export type TotalsEngine = {
  apply(changes: readonly RowChange[]): void;
  /** Never changes afterwards; shares what has not changed with the view before it. */
  totals(): Totals;
  /** Counts the rows anew when directions or aggregations differ; other corrections cost what they are. */
  setStructure(structure: TotalsStructure): void;
};

export function createTotalsEngine(structure: TotalsStructure): TotalsEngine {
  return new LedgerTotalsEngine(structure);
}

/** The totals of these rows; the same engine, used once. */
export function computeTotals(structure: TotalsStructure, rows: Iterable<Row>): Totals {
  const engine = createTotalsEngine(structure);
  engine.apply(Array.from(rows, (row) => ({ rowId: row.id, row })));
  return engine.totals();
}

class LedgerTotalsEngine implements TotalsEngine {
  readonly #rows = new RowRegister();
  #structure: TotalsStructure;
  #books: Books;
  #corrections: readonly Row[] = [];
  #view: Totals | null = null;

  constructor(structure: TotalsStructure) {
    this.#structure = structure;
    this.#books = new Books(structure);
    this.#takeCorrections();
  }

  apply(changes: readonly RowChange[]): void {
    this.#rows.apply(changes, (row, sign) => this.#books.enter(row, sign));
    if (changes.length > 0) this.#view = null;
  }

  totals(): Totals {
    this.#view ??= this.#books.view();
    return this.#view;
  }

  setStructure(structure: TotalsStructure): void {
    const isSame = fingerprint(structure) === fingerprint(this.#structure);
    const hasSameCorrections = isSame && correctionsText(structure) === correctionsText(this.#structure);
    this.#structure = structure;
    if (hasSameCorrections) return;
    if (isSame) {
      for (const row of this.#corrections) this.#books.enter(row, -1);
    } else {
      this.#books = new Books(structure);
      for (const row of this.#rows.rows()) this.#books.enter(row, 1);
    }
    this.#takeCorrections();
    this.#view = null;
  }

  /** They stand in no sheet, so no change of rows ever takes one out. */
  #takeCorrections(): void {
    this.#corrections = buildCorrectionRows(this.#structure);
    for (const row of this.#corrections) this.#books.enter(row, 1);
  }
}

/** Every slice of the totals. A row is entered with 1, and struck out again with -1 exactly as it was. */
class Books {
  readonly #directions: ReadonlySet<DirectionId>;
  readonly #aggregations: ReadonlyMap<IndicatorId, Aggregation>;
  #grand: MoneySums = noMoney;
  #withoutDirection: MoneySums = noMoney;
  readonly #byDirection = new MoneyLedger<DirectionId>();
  readonly #byOrganisation = new MoneyLedger<OrganisationId>();
  readonly #byDirectionOrganisation = new Map<DirectionId, MoneyLedger<OrganisationId>>();
  readonly #byFund = new MoneyLedger<Fund>();
  readonly #byKpkvk = new MoneyLedger<string>();
  readonly #byKekv = new MoneyLedger<string>();
  readonly #indicators = new Map<IndicatorId, IndicatorLedger>();
  readonly #activityCounts = new Map<DirectionId, number>();
  #activityCount = 0;

  constructor(structure: TotalsStructure) {
    this.#directions = new Set(structure.directions.map(({ id }) => id));
    this.#aggregations = new Map(structure.indicators.map(({ id, aggregation }) => [id, aggregation]));
  }

  enter(row: Row, sign: 1 | -1): void {
    if (row.kind === 'expenditure') this.#enterExpenditure(row, sign);
    else this.#enterActivity(row, sign);
  }

  view(): Totals {
    return {
      grand: this.#grand,
      withoutDirection: this.#withoutDirection,
      byDirection: this.#byDirection.view(),
      byOrganisation: this.#byOrganisation.view(),
      byDirectionOrganisation: mapValues(this.#byDirectionOrganisation, (ledger) => ledger.view()),
      byFund: this.#byFund.view(),
      byKpkvk: this.#byKpkvk.view(),
      byKekv: this.#byKekv.view(),
      indicators: mapValues(this.#indicators, (ledger) => ledger.view()),
      activityCounts: new Map(this.#activityCounts),
      activityCount: this.#activityCount,
    };
  }

  #enterExpenditure({ organisationId, values }: ExpenditureRow, sign: 1 | -1): void {
    this.#grand = addRow(this.#grand, values, sign);
    this.#byOrganisation.add(organisationId, values, sign);
    const directionId = this.#findDirection(values.directionId);
    if (directionId === null) {
      this.#withoutDirection = addRow(this.#withoutDirection, values, sign);
    } else {
      this.#byDirection.add(directionId, values, sign);
      const ledger = getOrCreate(this.#byDirectionOrganisation, directionId, () => new MoneyLedger());
      ledger.add(organisationId, values, sign);
      if (ledger.size === 0) this.#byDirectionOrganisation.delete(directionId);
    }
    if (values.fund !== null) this.#byFund.add(values.fund, values, sign);
    const kpkvk = readCode(values.kpkvk);
    if (kpkvk !== null) this.#byKpkvk.add(kpkvk, values, sign);
    const kekv = readCode(values.kekv);
    if (kekv !== null) this.#byKekv.add(kekv, values, sign);
  }

  #enterActivity(row: ActivityRow, sign: 1 | -1): void {
    if (!isCorrectionRow(row)) this.#countActivity(row, sign);
    const { indicatorId } = row.values;
    if (indicatorId === null) return;
    const aggregation = this.#aggregations.get(indicatorId);
    if (aggregation === undefined || !countsFor(aggregation, row)) return;
    const ledger = getOrCreate(this.#indicators, indicatorId, () => new IndicatorLedger(aggregation));
    if (sign === 1) ledger.add(row);
    else ledger.remove(row);
    if (ledger.isEmpty) this.#indicators.delete(indicatorId);
  }

  #countActivity({ values }: ActivityRow, sign: 1 | -1): void {
    this.#activityCount += sign;
    const directionId = this.#findDirection(values.directionId);
    if (directionId === null) return;
    const count = (this.#activityCounts.get(directionId) ?? 0) + sign;
    if (count === 0) this.#activityCounts.delete(directionId);
    else this.#activityCounts.set(directionId, count);
  }

  #findDirection(directionId: DirectionId | null): DirectionId | null {
    return directionId !== null && this.#directions.has(directionId) ? directionId : null;
  }
}

function fingerprint({ directions, indicators }: TotalsStructure): string {
  return JSON.stringify([
    directions.map(({ id }) => id),
    indicators.map(({ id, aggregation }) => [id, aggregation]),
  ]);
}

/** What of the corrections may change a total. */
function correctionsText({ corrections }: TotalsStructure): string {
  return JSON.stringify(corrections.map(({ id, directionId, subject }) => [id, directionId, subject]));
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const created = create();
  map.set(key, created);
  return created;
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, convert: (value: V) => W): Map<K, W> {
  return new Map(Array.from(map, ([key, value]) => [key, convert(value)]));
}
