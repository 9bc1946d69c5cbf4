import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/Finding.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import { IndicatorId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import { buildReportStructure } from '#tests/support/buildReportStructure.ts';
import { buildActivity, buildExpenditure } from '#tests/support/buildRow.ts';

const structure = buildReportStructure();
const indicator = (key: string) => ({ indicatorId: IndicatorId.parse(key) });

function check(...rows: Row[]): Finding[] {
  return computeFindings(structure, rows, computeTotals(structure, rows));
}

function codes(...rows: Row[]): string[] {
  return check(...rows).map(({ code }) => code);
}

describe('checks', () => {
  it('CHK-1 have nothing to say about an empty report, an empty row and a row in order', () => {
    expect(codes()).toEqual([]);
    expect(
      codes(buildActivity('r1'), buildExpenditure('r2'), buildActivity('r3'), buildExpenditure('r4')),
    ).toEqual([]);
    expect(
      codes(
        buildActivity('r1', {
          ...indicator('sum'),
          content: 'Нарада',
          quantity: 1,
          period: '2020-01-01/2020-12-31',
          state: 'done',
        }),
        buildExpenditure('r2', { measure: 'Папір', kpkvk: '0210180', plannedMinor: 100, actualMinor: 100 }),
      ),
    ).toEqual([]);
  });
});

describe('planned against actual', () => {
  const deviating = { measure: 'Папір', plannedMinor: 50_000, actualMinor: 47_580 };

  it('CHK-2 wants a reason when both are given and differ', () => {
    const [finding, ...others] = check(buildExpenditure('r1', deviating));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'expenditure.no-reason',
      severity: 'error',
      organisationId: 'o1',
      rowId: 'r1',
      field: 'reason',
      parameters: {
        planned: '500,00\u00A0грн',
        actual: '475,80\u00A0грн',
        deviation: '\u221224,20\u00A0грн',
      },
    });
    expect(codes(buildExpenditure('r1', { ...deviating, plannedMinor: 0 }))).toEqual([
      'expenditure.no-reason',
    ]);
  });

  it('CHK-2 takes no blank reason, and is content with a real one', () => {
    expect(codes(buildExpenditure('r1', { ...deviating, reason: ' \u00A0 ' }))).toEqual([
      'expenditure.no-reason',
    ]);
    expect(codes(buildExpenditure('r1', { ...deviating, reason: 'Економія за торгами' }))).toEqual([]);
  });

  it('CHK-2 is silent while one of the amounts is not given yet', () => {
    expect(codes(buildExpenditure('r1', { ...deviating, actualMinor: null }))).toEqual([]);
    expect(codes(buildExpenditure('r1', { ...deviating, plannedMinor: null }))).toEqual([]);
  });
});

describe('dates', () => {
  it.each([
    '2019-12-31',
    '2021-01-01',
    '2019-12-31/2020-01-05',
    '2020-12-30/2021-01-02',
    '2019-06-01/2021-06-01',
  ])('CHK-3 finds %s outside 2020', (period) => {
    const [finding] = check(buildActivity('r1', { period }));
    expect(finding).toMatchObject({
      code: 'activity.outside-year',
      field: 'period',
      parameters: { year: 2020 },
    });
  });

  it.each(['2020-01-01', '2020-12-31', '2020-01-01/2020-12-31'])('CHK-3 is content with %s', (period) => {
    expect(codes(buildActivity('r1', { period }))).toEqual([]);
  });

  it('CHK-3 prints the period in the language of the reader', () => {
    const [finding] = check(buildActivity('r1', { period: '2019-03-01/2019-03-31' }));
    if (finding === undefined) throw new Error('no finding');
    expect(formatFinding(finding, 'uk')).toContain('Дата березень 2019 не належить до 2020 року');
    expect(formatFinding(finding, 'en')).toContain('The date March 2019 is not in 2020');
  });
});

describe('parts of indicators', () => {
  it('CHK-4 finds a part above its whole, in the report and in each organisation', () => {
    const findings = check(
      buildActivity('r1', { ...indicator('sum'), quantity: 10 }, 'o1'),
      buildActivity('r2', { ...indicator('part'), quantity: 11 }, 'o1'),
      buildActivity('r3', { ...indicator('sum'), quantity: 5 }, 'o2'),
      buildActivity('r4', { ...indicator('part'), quantity: 5 }, 'o2'),
      buildActivity('r5', { ...indicator('part'), quantity: 2 }, 'o3'),
    );
    expect(findings.map(({ code, organisationId, rowId }) => [code, organisationId, rowId])).toEqual([
      ['indicator.part-exceeds-whole', null, null],
      ['indicator.part-exceeds-whole', 'o1', null],
      ['indicator.part-exceeds-whole', 'o3', null],
    ]);
    expect(findings[0]).toMatchObject({
      indicatorId: 'part',
      parameters: { part: 'Показник part', partValue: '18', whole: 'Показник sum', wholeValue: '15' },
    });
  });

  it('CHK-4 finds it in an organisation also when the report as a whole is right', () => {
    const findings = check(
      buildActivity('r1', { ...indicator('sum'), quantity: 100 }, 'o1'),
      buildActivity('r2', { ...indicator('part'), quantity: 1 }, 'o2'),
    );
    expect(findings.map(({ organisationId }) => organisationId)).toEqual(['o2']);
  });

  it('CHK-4 lets a part be as large as its whole', () => {
    expect(
      codes(
        buildActivity('r1', { ...indicator('sum'), quantity: 7 }),
        buildActivity('r2', { ...indicator('part'), quantity: 7 }),
      ),
    ).toEqual([]);
  });
});

describe('КПКВК', () => {
  it.each(['021018', '02101800', '021018O', '0210180а', '٠٢١٠١٨٠'])(
    'CHK-5 finds %s not to be seven digits',
    (kpkvk) => {
      const [finding] = check(buildExpenditure('r1', { kpkvk }));
      expect(finding).toMatchObject({
        code: 'expenditure.kpkvk-format',
        field: 'kpkvk',
        parameters: { value: kpkvk },
      });
    },
  );

  it.each(['0210180', ' 0210180 ', '', '  ', null])('CHK-5 is content with %j', (kpkvk) => {
    expect(codes(buildExpenditure('r1', { kpkvk }))).toEqual([]);
  });
});

describe('quantities', () => {
  it.each(['sum', 'latest'])('CHK-6 wants a quantity for an indicator aggregated by %s', (key) => {
    const [finding, ...others] = check(buildActivity('r1', indicator(key)));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'activity.no-quantity', field: 'quantity', indicatorId: key });
    expect(codes(buildActivity('r1', { ...indicator(key), quantity: 0 }))).toEqual([]);
  });

  it.each(['count', 'distinct', 'gone'])('CHK-6 wants none for %s', (key) => {
    expect(codes(buildActivity('r1', indicator(key)))).toEqual([]);
  });

  it.each(['postponed', 'cancelled'] as const)('CHK-6 wants none of what is %s', (state) => {
    expect(codes(buildActivity('r1', { ...indicator('sum'), state }))).toEqual([]);
  });
});

describe('duplicates', () => {
  const values = { content: 'Нарада', period: '2020-03-12', quantity: 1, ...indicator('sum') };

  it('CHK-7 finds each row after the first, by the order of the rows', () => {
    const rows = ['r3', 'r1', 'r2'].map((id) => buildActivity(id, values));
    expect(check(...rows).map(({ code, severity, rowId }) => [code, severity, rowId])).toEqual([
      ['row.duplicate', 'warning', 'r2'],
      ['row.duplicate', 'warning', 'r3'],
    ]);
  });

  it('CHK-7 does not mind case and spaces', () => {
    expect(
      codes(buildActivity('r1', values), buildActivity('r2', { ...values, content: ' НАРАДА ' })),
    ).toEqual(['row.duplicate']);
  });

  it('CHK-7 takes rows of two organisations, or that differ in one value, for two', () => {
    expect(codes(buildActivity('r1', values), buildActivity('r2', values, 'o2'))).toEqual([]);
    expect(
      codes(buildActivity('r1', values), buildActivity('r2', { ...values, period: '2020-03-13' })),
    ).toEqual([]);
    expect(codes(buildActivity('r1', values), buildActivity('r2', { ...values, note: 'друга' }))).toEqual([]);
  });

  it('CHK-7 leaves rows alone that are only begun', () => {
    expect(codes(buildActivity('r1', { quantity: 1 }), buildActivity('r2', { quantity: 1 }))).toEqual([]);
    expect(
      codes(buildExpenditure('r1', { measure: 'Папір' }), buildExpenditure('r2', { measure: 'Папір' })),
    ).toEqual([]);
  });

  it('CHK-7 finds a duplicate expenditure', () => {
    const spent = { measure: 'Папір', actualMinor: 100 };
    expect(codes(buildExpenditure('r1', spent), buildExpenditure('r2', spent))).toEqual(['row.duplicate']);
  });
});

describe('values that cannot be read', () => {
  it('CHK-8 are found with what is stored, and a missing quantity is not found on top', () => {
    const row = buildActivity('r1', indicator('sum'));
    const findings = check({
      ...row,
      flaws: {
        quantity: { code: 'wrong-type', raw: 'багато' },
        form: { code: 'newer-version', raw: 'hologram' },
      },
    });
    expect(findings.map(({ code, field, parameters }) => [code, field, parameters])).toEqual([
      ['cell.wrong-type', 'quantity', { value: 'багато' }],
      ['cell.newer-version', 'form', { value: 'hologram' }],
    ]);
  });
});
