import { expect, test } from 'vitest';
import { buildFindingGroups } from '#client/control/buildFindingGroups.ts';
import type { Finding } from '#shared/checks/Finding.ts';
import { OrganisationId, RowId } from '#shared/model/ids.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';

function buildFinding(rowId: string, organisation: string | null, severity: Finding['severity']): Finding {
  return {
    code: 'row.duplicate',
    severity,
    organisationId: organisation === null ? null : OrganisationId.parse(organisation),
    rowId: RowId.parse(rowId),
    field: null,
    indicatorId: null,
    parameters: {},
  };
}

test('CTL-7 every finding stands once, under its organisation, errors first', () => {
  const findings = [
    buildFinding('a', 'o2', 'warning'),
    buildFinding('b', 'stranger', 'error'),
    buildFinding('c', 'o2', 'error'),
    buildFinding('d', null, 'error'),
    buildFinding('e', 'o1', 'warning'),
  ];
  const groups = buildFindingGroups(buildReportStructure(), findings);
  expect(groups.map(({ organisation }) => organisation?.name ?? null)).toEqual([
    null,
    'Виконавець o1',
    'Виконавець o2',
    'stranger',
  ]);
  expect(groups[2]).toMatchObject({ errorCount: 1, warningCount: 1 });
  expect(groups.flatMap((group) => group.findings.map(({ rowId }) => rowId))).toEqual([
    'd',
    'e',
    'c',
    'a',
    'b',
  ]);
});

test('CTL-7 without findings there is no group', () => {
  expect(buildFindingGroups(buildReportStructure(), [])).toEqual([]);
});
