import type { OrganisationId, RowId } from '../model/ids.ts';
import type { Row } from '../model/rows.ts';
import type { ReportStructure } from '../model/structure.ts';
import { must } from '../must.ts';
import type { RowChange } from '../totals/RowRegister.ts';
import type { Totals } from '../totals/Totals.ts';
import { BudgetFindings } from './BudgetFindings.ts';
import type { Finding } from './Finding.ts';
import { findBelowZero } from './findBelowZero.ts';
import { findDuplicatesAmong, readDuplicateKey } from './findDuplicateRows.ts';
import { buildRowCheck } from './findings.ts';
import { findPartsOverWhole } from './findPartsOverWhole.ts';

export type FindingCounts = { errorCount: number; warningCount: number };

export type FindingsStructure = Pick<
  ReportStructure,
  'indicators' | 'organisations' | 'report' | 'directions' | 'budget' | 'columns' | 'corrections'
>;

/** Names a row among all sheets, as `organisation/row`. */
export type FindingRowKey = `${OrganisationId}/${RowId}`;

/**
 * What the checks say, kept in step with rows: a change costs the changed row and those that look like
 * it. The same as {@link computeFindings}, save that it lists rows in no order. Rules CHK-10 to CHK-13.
 */
export type FindingsEngine = {
  /** Returns the rows of which something else is said than before. */
  apply(changes: readonly Required<RowChange>[]): FindingRowKey[];
  /** Takes over totals, from which the findings about indicators come. True when these are others. */
  setTotals(totals: Totals): boolean;
  /** Checks every row anew when what the checks go by differs. True when it does. */
  setStructure(structure: FindingsStructure): boolean;
  /** About totals first, then row by row. */
  findings(): Finding[];
  /** The same array until something else is to be said of the row. */
  ofRow(key: FindingRowKey): readonly Finding[];
  /** By the organisation that can mend them; those about the whole report under null. */
  counts(): Map<OrganisationId | null, FindingCounts>;
};

export function createFindingsEngine(structure: FindingsStructure): FindingsEngine {
  return new LedgerFindingsEngine(structure);
}

const none: readonly Finding[] = [];

class LedgerFindingsEngine implements FindingsEngine {
  readonly #rows = new Map<FindingRowKey, Row>();
  /** Rows that may be duplicates of each other. */
  readonly #alike = new Map<string, Map<FindingRowKey, Row>>();
  readonly #own = new Map<FindingRowKey, readonly Finding[]>();
  readonly #duplicates = new Map<FindingRowKey, Finding>();
  readonly #byRow = new Map<FindingRowKey, readonly Finding[]>();
  readonly #rowCounts = new Map<OrganisationId, FindingCounts>();
  #ofTotals: Finding[] = [];
  #totals: Totals | null = null;
  #structure: FindingsStructure;
  #check: (row: Row) => Finding[];
  #budget: BudgetFindings;

  constructor(structure: FindingsStructure) {
    this.#structure = structure;
    this.#check = buildRowCheck(structure);
    this.#budget = new BudgetFindings(structure);
  }

  apply(changes: readonly Required<RowChange>[]): FindingRowKey[] {
    const touched = new Set<FindingRowKey>();
    const groups = new Set<string>();
    for (const { rowId, organisationId, row } of changes) {
      const key: FindingRowKey = `${organisationId}/${rowId}`;
      touched.add(key);
      for (const group of this.#replace(key, row)) groups.add(group);
    }
    for (const group of groups) this.#findDuplicates(group, touched);
    return [...touched].filter((key) => this.#settle(key));
  }

  setTotals(totals: Totals): boolean {
    this.#totals = totals;
    return this.#checkTotals();
  }

  setStructure(structure: FindingsStructure): boolean {
    const isSame = fingerprint(structure) === fingerprint(this.#structure);
    this.#structure = structure;
    if (isSame) return false;
    this.#check = buildRowCheck(structure);
    this.#budget = new BudgetFindings(structure);
    for (const [key, row] of this.#rows) {
      this.#budget.enter(row, 1);
      this.#enter(key, this.#check(row));
      this.#settle(key);
    }
    this.#checkTotals();
    return true;
  }

  findings(): Finding[] {
    return [...this.#ofTotals, ...this.#budget.list(), ...[...this.#byRow.values()].flat()];
  }

  ofRow(key: FindingRowKey): readonly Finding[] {
    return this.#byRow.get(key) ?? none;
  }

  counts(): Map<OrganisationId | null, FindingCounts> {
    const counts = new Map<OrganisationId | null, FindingCounts>(this.#rowCounts);
    for (const finding of [...this.#ofTotals, ...this.#budget.list()]) {
      const { organisationId } = finding;
      counts.set(organisationId, addFinding(counts.get(organisationId), finding, 1));
    }
    return counts;
  }

  /** Returns the groups of rows alike that have gained or lost this one. */
  #replace(key: FindingRowKey, row: Row | null): string[] {
    const previous = this.#rows.get(key);
    if (previous !== undefined) this.#budget.enter(previous, -1);
    if (row !== null) this.#budget.enter(row, 1);
    const left = previous === undefined ? null : readDuplicateKey(previous);
    const joined = row === null ? null : readDuplicateKey(row);
    if (left !== null) {
      const group = this.#alike.get(left);
      group?.delete(key);
      if (group?.size === 0) this.#alike.delete(left);
    }
    if (row === null) this.#rows.delete(key);
    else this.#rows.set(key, row);
    if (row !== null && joined !== null) {
      const group = this.#alike.get(joined) ?? new Map<FindingRowKey, Row>();
      this.#alike.set(joined, group.set(key, row));
    }
    this.#duplicates.delete(key);
    this.#enter(key, row === null ? [] : this.#check(row));
    return [left, joined].filter((group) => group !== null);
  }

  #enter(key: FindingRowKey, findings: readonly Finding[]): void {
    if (findings.length === 0) this.#own.delete(key);
    else this.#own.set(key, findings);
  }

  /** Adds the rows of the group to those `touched` that have become duplicates, or are none any more. */
  #findDuplicates(group: string, touched: Set<FindingRowKey>): void {
    const rows = this.#alike.get(group);
    if (rows === undefined) return;
    const found = new Map(
      findDuplicatesAmong([...rows.values()]).map((finding) => [keyOf(finding), finding] as const),
    );
    for (const key of rows.keys()) {
      const finding = found.get(key);
      if ((finding === undefined) !== !this.#duplicates.has(key)) touched.add(key);
      if (finding === undefined) this.#duplicates.delete(key);
      else if (!this.#duplicates.has(key)) this.#duplicates.set(key, finding);
    }
  }

  /** Puts together what is said of a row. True when that is something else than before. */
  #settle(key: FindingRowKey): boolean {
    const duplicate = this.#duplicates.get(key);
    const own = this.#own.get(key) ?? none;
    const next = duplicate === undefined ? own : [...own, duplicate];
    const previous = this.ofRow(key);
    if (JSON.stringify(previous) === JSON.stringify(next)) return false;
    if (next.length === 0) this.#byRow.delete(key);
    else this.#byRow.set(key, next);
    for (const finding of previous) this.#count(finding, -1);
    for (const finding of next) this.#count(finding, 1);
    return true;
  }

  #count(finding: Finding, sign: 1 | -1): void {
    const { organisationId } = finding;
    if (organisationId === null) return;
    const counts = addFinding(this.#rowCounts.get(organisationId), finding, sign);
    if (counts.errorCount + counts.warningCount === 0) this.#rowCounts.delete(organisationId);
    else this.#rowCounts.set(organisationId, counts);
  }

  #checkTotals(): boolean {
    const next =
      this.#totals === null
        ? []
        : [
            ...findBelowZero(this.#structure, this.#totals),
            ...findPartsOverWhole(this.#structure, this.#totals),
          ];
    if (JSON.stringify(next) === JSON.stringify(this.#ofTotals)) return false;
    this.#ofTotals = next;
    return true;
  }
}

function addFinding(counts: FindingCounts | undefined, { severity }: Finding, sign: 1 | -1): FindingCounts {
  const { errorCount = 0, warningCount = 0 } = counts ?? {};
  return severity === 'error'
    ? { errorCount: errorCount + sign, warningCount }
    : { errorCount, warningCount: warningCount + sign };
}

/** Only of a finding about a row. */
function keyOf({ organisationId, rowId }: Finding): FindingRowKey {
  return `${must(organisationId, 'the organisation of a row')}/${must(rowId, 'a row')}`;
}

function fingerprint({
  indicators,
  organisations,
  report,
  directions,
  budget,
  columns,
  corrections,
}: FindingsStructure): string {
  return JSON.stringify([
    report.year,
    indicators.map(({ id, title, aggregation, partOf }) => [id, title, aggregation, partOf]),
    organisations.map(({ id }) => id),
    ...(budget.length === 0 ? [] : [directions.map(({ id, number }) => [id, number]), budget]),
    columns,
    // They change totals, which come by themselves; that there are any decides whether these are looked at.
    ...(corrections.length === 0 ? [] : [directions.map(({ id, number, title }) => [id, number, title])]),
  ]);
}
