import { buildCorrectionRows } from '../corrections/correctionRows.ts';
import { buildReportOrder } from '../model/reportOrder.ts';
import type { Row } from '../model/rows.ts';
import { assertNever, must } from '../must.ts';
import type { CountCell } from '../totals/createAccumulator.ts';
import { type RowChange, RowRegister } from '../totals/RowRegister.ts';
import type { MoneySums } from '../totals/Totals.ts';
import { buildBehind, type FigureStructure, findIndicator } from './buildBehind.ts';
import { buildActivitiesValue, buildIndicatorValue } from './buildCountValue.ts';
import { buildContentsValue, buildOrganisationsValue, buildTableValue } from './buildListValue.ts';
import { buildMoneyValue, buildPercentValue } from './buildMoneyValue.ts';
import type { FigureSpec } from './FigureSpec.ts';
import type { FigureValue } from './FigureValue.ts';
import { figureKey, sliceKey } from './figureKey.ts';
import { findMissing } from './findMissing.ts';
import { type PrintProblem, problemTexts } from './problemTexts.ts';
import { SliceBook, type Tally } from './SliceBook.ts';
import {
  type ContentCount,
  createContentTally,
  createCountTally,
  createMoneyTally,
  createOrganisationTally,
  createRowTally,
  type OrganisationCount,
} from './tallies.ts';

/**
 * Figures of a text kept in step with rows: a changed row costs the change for each slice that is
 * read, never a recount. The corrections of the structure count as rows do. Rules FIG-1 to FIG-12.
 */
export type FigureEngine = {
  apply(changes: readonly RowChange[]): void;
  setStructure(structure: FigureStructure): void;
  /** The same object until something else is to be printed. Null: what is stored cannot be read. */
  read(spec: FigureSpec | null): FigureValue;
  /**
   * In the order of the report, as many as the figure says; none of one that names what is gone. The
   * same array until one of them changes.
   */
  rowsBehind(spec: FigureSpec | null): readonly Row[];
  /** Forgets every figure but these: to be called when a text has lost some. */
  retain(specs: Iterable<FigureSpec | null>): void;
};

export function createFigureEngine(structure: FigureStructure): FigureEngine {
  return new SliceFigureEngine(structure);
}

/** The figures of these rows, in the order given; the same engine, used once. */
export function computeFigures(
  structure: FigureStructure,
  rows: Iterable<Row>,
  specs: readonly (FigureSpec | null)[],
): FigureValue[] {
  const engine = createFigureEngine(structure);
  engine.apply(Array.from(rows, (row) => ({ rowId: row.id, row })));
  return specs.map((spec) => engine.read(spec));
}

const noRows: readonly Row[] = [];
const unreadable = buildNothing('unreadable');

type Printed = {
  value: FigureValue;
  /** What it was printed from: while both are the same objects, so is the value. */
  count: object | null;
  structure: FigureStructure;
};

/** The object that a value depends on, and how to print it. */
type Source = { count: object | null; print: () => FigureValue; behind: () => readonly Row[] };

class SliceFigureEngine implements FigureEngine {
  readonly #rows = new RowRegister();
  readonly #money = new SliceBook<MoneySums>();
  readonly #counts = new SliceBook<CountCell>();
  readonly #organisations = new SliceBook<OrganisationCount>();
  readonly #contents = new SliceBook<ContentCount>();
  readonly #books = [this.#money, this.#counts, this.#organisations, this.#contents];
  readonly #printed = new Map<string, Printed>();
  #structure: FigureStructure;
  #corrections: readonly Row[];
  #ordered: Row[] | null = null;

  constructor(structure: FigureStructure) {
    this.#structure = structure;
    this.#corrections = buildCorrectionRows(structure);
  }

  apply(changes: readonly RowChange[]): void {
    if (changes.length === 0) return;
    this.#ordered = null;
    this.#rows.apply(changes, (row, sign) => {
      for (const book of this.#books) book.enter(row, sign);
    });
  }

  setStructure(structure: FigureStructure): void {
    const isSame = fingerprint(structure) === fingerprint(this.#structure);
    this.#structure = structure;
    if (isSame) return;
    this.#corrections = buildCorrectionRows(structure);
    this.#ordered = null;
    for (const book of this.#books) book.clear();
  }

  read(spec: FigureSpec | null): FigureValue {
    if (spec === null) return unreadable;
    const key = figureKey(spec);
    const source = this.#find(spec);
    const known = this.#printed.get(key);
    if (known?.count === source.count && known.structure === this.#structure) return known.value;
    const printed = source.print();
    const value = known !== undefined && isSameValue(known.value, printed) ? known.value : printed;
    this.#printed.set(key, { value, count: source.count, structure: this.#structure });
    return value;
  }

  rowsBehind(spec: FigureSpec | null): readonly Row[] {
    return spec === null ? noRows : this.#find(spec).behind();
  }

  retain(specs: Iterable<FigureSpec | null>): void {
    const kept = [...specs].filter((spec) => spec !== null);
    const keys = new Set(kept.map(figureKey));
    for (const key of this.#printed.keys()) if (!keys.has(key)) this.#printed.delete(key);
    const slices = new Set(kept.map(sliceKey));
    for (const book of this.#books) book.retain(slices);
  }

  #find(spec: FigureSpec): Source {
    const problem = findMissing(spec, this.#structure);
    if (problem !== null) return { count: null, print: () => buildNothing(problem), behind: () => noRows };
    switch (spec.kind) {
      case 'money':
        return this.#count(this.#money, spec, createMoneyTally, (sums) => buildMoneyValue(spec, sums));
      case 'percent':
        return this.#count(this.#money, spec, createMoneyTally, buildPercentValue);
      case 'activities': {
        const create = () => createCountTally('count');
        return this.#count(this.#counts, spec, create, (count) => buildActivitiesValue(spec, count));
      }
      case 'table': {
        const print = ({ rowCount }: CountCell) => buildTableValue(spec, rowCount);
        return this.#count(this.#counts, spec, createRowTally, print);
      }
      case 'indicator': {
        const indicator = must(findIndicator(spec.indicatorId, this.#structure), 'indicator of a figure');
        const create = () => createCountTally(spec.aggregation ?? indicator.aggregation);
        const print = (count: CountCell) => buildIndicatorValue(spec, indicator, count);
        return this.#count(this.#counts, spec, create, print);
      }
      case 'list': {
        if (spec.of === 'activities') {
          const create = () => createContentTally(buildReportOrder(this.#structure));
          return this.#count(this.#contents, spec, create, buildContentsValue);
        }
        const print = (count: OrganisationCount) => buildOrganisationsValue(count, this.#structure);
        return this.#count(this.#organisations, spec, createOrganisationTally, print);
      }
      default:
        return assertNever(spec);
    }
  }

  #count<T extends object>(
    book: SliceBook<T>,
    spec: FigureSpec,
    create: () => Tally<T>,
    print: (count: T) => FigureValue,
  ): Source {
    const structure = this.#structure;
    const key = sliceKey(spec);
    const count = book.read(
      key,
      () => this.#allRows(),
      () => ({
        isBehind: buildBehind(spec, structure),
        tally: create(),
      }),
    );
    return {
      count,
      print: () => print(count),
      behind: () => book.readBehind(key, () => this.#sortRows()),
    };
  }

  *#allRows(): Generator<Row> {
    yield* this.#rows.rows();
    yield* this.#corrections;
  }

  #sortRows(): readonly Row[] {
    this.#ordered ??= [...this.#allRows()].sort(buildReportOrder(this.#structure));
    return this.#ordered;
  }
}

function buildNothing(problem: PrintProblem): FigureValue {
  return { text: problemTexts[problem], amount: null, rowCount: 0, problem };
}

function isSameValue(a: FigureValue, b: FigureValue): boolean {
  return (
    a.text === b.text &&
    a.rowCount === b.rowCount &&
    a.problem === b.problem &&
    a.amount?.unit === b.amount?.unit &&
    a.amount?.value === b.amount?.value
  );
}

/** What decides which rows count, how, and in what order. */
function fingerprint({ directions, indicators, organisations, corrections }: FigureStructure): string {
  return JSON.stringify([
    directions.map(({ id }) => id),
    indicators.map(({ id, aggregation }) => [id, aggregation]),
    organisations.map(({ id }) => id),
    // Their rows name the organisations that they concern.
    ...(corrections.length === 0 ? [] : [corrections, organisations]),
  ]);
}
