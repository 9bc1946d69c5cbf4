import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberColumn } from '#client/grid/fields.ts';
import { buildFindingList, isOf } from '#client/grid/findings/buildFindingList.ts';
import type { FindingFilter } from '#client/grid/findings/FindingFilter.ts';
import { findNextFinding } from '#client/grid/findings/findNextFinding.ts';
import { listOwnOrganisations } from '#client/grid/findings/listOwnOrganisations.ts';
import { readCellFinding } from '#client/grid/findings/readCellFinding.ts';
import type { CellName } from '#client/grid/selection/CellName.ts';
import { rowKey } from '#client/sync/RowStore.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { OrganisationId, ReportId } from '#shared/model/ids.ts';
import { compareRows, type Row } from '#shared/model/rows.ts';
import type { Membership } from '#shared/model/user.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildExpenditure } from '#tests/support/buildRow.ts';
import { anyRows, organisationIds } from '#tests/support/rowArbitraries.ts';

const structure = buildReportStructure();
const all: FindingFilter = {
  severity: 'all',
  isMine: false,
  code: null,
  organisationId: null,
  grouping: 'organisation',
};

function check(rows: readonly Row[]): Finding[] {
  return computeFindings(structure, rows, computeTotals(structure, rows));
}

function build(
  rows: readonly Row[],
  findings: readonly Finding[],
  filter: FindingFilter,
  own: OrganisationId[] = [],
) {
  return buildFindingList(findings, {
    filter,
    own: own.length === 0 ? null : new Set(own),
    structure,
    findRow: ({ organisationId, rowId }) =>
      rows.find((row) => row.organisationId === organisationId && row.id === rowId),
  });
}

const filters = fc.record({
  severity: fc.constantFrom('all' as const, 'error' as const, 'warning' as const),
  isMine: fc.boolean(),
  code: fc.constantFrom(null, 'expenditure.no-reason' as const, 'row.duplicate' as const),
  organisationId: fc.constantFrom(null, ...organisationIds),
  grouping: fc.constantFrom('organisation' as const, 'code' as const),
});

describe('the list', () => {
  test('CTL-13 shows each finding that passes exactly once, in the group that it belongs to', () => {
    fc.assert(
      fc.property(anyRows, filters, fc.subarray(organisationIds), (rows, filter, own) => {
        const findings = check(rows);
        const { groups, counts } = build(rows, findings, filter, own);
        const context = { filter, own: own.length === 0 ? null : new Set(own) };
        const passing = findings
          .filter((finding) => isOf(finding, context))
          .filter(({ code }) => filter.code === null || code === filter.code);
        const shown = passing.filter(
          ({ severity }) => filter.severity === 'all' || severity === filter.severity,
        );
        expect(
          groups
            .flatMap((group) => group.findings)
            .map((finding) => findings.indexOf(finding))
            .sort(),
        ).toEqual(shown.map((finding) => findings.indexOf(finding)).sort());
        expect(counts.errorCount + counts.warningCount).toBe(passing.length);
        for (const group of groups) {
          expect(group.errorCount + group.warningCount).toBe(group.findings.length);
          for (const finding of group.findings) {
            expect(filter.grouping === 'code' ? finding.code : finding.organisationId).toBe(
              filter.grouping === 'code' ? group.code : group.organisationId,
            );
          }
        }
      }),
    );
  });

  test('CTL-13 goes errors first, then row by row', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { findings } of build(rows, check(rows), all).groups) {
          const severities = findings.map(({ severity }) => severity);
          expect(severities).toEqual([...severities].sort());
          const expenditures = findings
            .filter(({ severity }) => severity === 'error')
            .flatMap(({ rowId }) => rows.find((row) => row.id === rowId && row.kind === 'expenditure') ?? [])
            .filter(({ organisationId }) => organisationId === findings[0]?.organisationId);
          expect(expenditures).toEqual([...expenditures].sort(compareRows));
        }
      }),
    );
  });

  test('CTL-13 goes along a row by the columns of its own table', () => {
    const row = buildExpenditure('r1', { kpkvk: '12', plannedMinor: 1, actualMinor: 2 });
    const [group] = build([row], check([row]), all).groups;
    expect(group?.findings.map(({ field }) => field)).toEqual(['kpkvk', 'reason']);
  });

  test('CTL-13 names the kinds there are, whichever is chosen', () => {
    const rows = [
      buildExpenditure('r1', { kpkvk: '12' }),
      buildExpenditure('r2', { plannedMinor: 1, actualMinor: 2 }),
    ];
    const { codes } = build(rows, check(rows), { ...all, code: 'expenditure.no-reason' });
    expect(codes).toEqual(['expenditure.kpkvk-format', 'expenditure.no-reason']);
  });
});

describe('from finding to finding', () => {
  const columns = ['measure', 'kpkvk', 'reason'];

  test('CTL-14 every marked cell is come to once before the first again, in either direction', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(1 as const, -1 as const), (some, direction) => {
        const rows = some.filter(({ kind }) => kind === 'expenditure');
        const findings = check(rows);
        const findingsOf = (row: Row) =>
          findings.filter(
            ({ rowId, organisationId }) => rowId === row.id && organisationId === row.organisationId,
          );
        const marked = new Set(
          rows.flatMap((row) => findingsOf(row).map(({ field }) => `${rowKey(row)}/${field}`)),
        );
        const seen: string[] = [];
        let from: CellName | null = null;
        for (let step = 0; step < marked.size; step += 1) {
          from = findNextFinding({ rows, columns, findingsOf, from, direction });
          seen.push(`${from?.key}/${from?.column}`);
        }
        expect(new Set(seen)).toEqual(marked);
        const again = findNextFinding({ rows, columns, findingsOf, from, direction });
        expect(again === null ? [] : [`${again.key}/${again.column}`]).toEqual(seen.slice(0, 1));
      }),
    );
  });

  test('CTL-14 begins beside the cell one is in', () => {
    const rows = ['r1', 'r2', 'r3'].map((id) => buildExpenditure(id, { kpkvk: '12' }));
    const findings = check(rows);
    const step = (column: string, direction: 1 | -1) =>
      findNextFinding({
        rows,
        columns,
        findingsOf: (row) => findings.filter(({ rowId }) => rowId === row.id),
        from: { key: rowKey(rows[1] ?? buildExpenditure('')), column },
        direction,
      })?.key;
    expect([step('measure', 1), step('kpkvk', 1), step('kpkvk', -1), step('reason', -1)]).toEqual([
      'o1/r2',
      'o1/r3',
      'o1/r1',
      'o1/r2',
    ]);
  });
});

describe('marks', () => {
  const print = ({ code }: Finding) => code;
  const row = buildExpenditure('r1', { kpkvk: '12', plannedMinor: 1, actualMinor: 2 });
  const findings = check([row]);

  test('GRD-70 a cell says what is about it, and its row’s number points there without words', () => {
    const shown = new Set(['kpkvk', 'reason']);
    expect(readCellFinding(findings, 'kpkvk', shown, print)).toEqual({
      severity: 'error',
      text: 'expenditure.kpkvk-format',
    });
    expect(readCellFinding(findings, 'actualMinor', shown, print)).toBeNull();
    expect(readCellFinding(findings, numberColumn, shown, print)).toEqual({ severity: 'error', text: '' });
    expect(readCellFinding([], numberColumn, shown, print)).toBeNull();
  });

  test('GRD-70 the row’s number says what is about a column that is hidden, or about none', () => {
    const [first] = findings;
    if (first === undefined) throw new Error('no finding');
    const ofRow: Finding = { ...first, code: 'row.duplicate', severity: 'warning', field: null };
    expect(readCellFinding([...findings, ofRow], numberColumn, new Set(['kpkvk']), print)).toEqual({
      severity: 'error',
      text: 'expenditure.no-reason\nrow.duplicate',
    });
    expect(readCellFinding([ofRow], numberColumn, new Set(), print)?.severity).toBe('warning');
  });
});

test('CTL-15 one’s own are the organisations one fills in; nothing is, for who coordinates or only reads', () => {
  const reportId = ReportId.parse('r1');
  const editor = (organisation: string, report = reportId): Membership => ({
    reportId: report,
    role: 'editor',
    organisationId: OrganisationId.parse(organisation),
  });
  const own = (...memberships: Membership[]) => listOwnOrganisations({ memberships }, reportId);
  expect(own(editor('o1'), editor('o2'), editor('o3', ReportId.parse('r2')))).toEqual(new Set(['o1', 'o2']));
  expect(own(editor('o1'), { reportId, role: 'coordinator' })).toBeNull();
  expect(own({ reportId, role: 'viewer' })).toBeNull();
  expect(own()).toBeNull();
});
