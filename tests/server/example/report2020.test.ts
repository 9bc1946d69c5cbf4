import { describe, expect, it } from 'vitest';
import { activities2020 } from '#server/example/activities/activities2020.ts';
import { buildDemoMemberships, demoAccounts } from '#server/example/demoAccounts.ts';
import { expenditures2020 } from '#server/example/expenditures2020.ts';
import { buildExampleRows, buildExampleStructure } from '#server/example/report2020.ts';
import { organisations2020, structure2020 } from '#server/example/structure2020.ts';
import { computeFindings } from '#shared/checks/findings.ts';
import { ActivityValues, ExpenditureValues } from '#shared/model/rows.ts';
import { ReportStructure } from '#shared/model/structure.ts';
import { Membership } from '#shared/model/user.ts';
import { computeTotals } from '#shared/totals/TotalsEngine.ts';
import figures from '#tests/fixtures/report2020Figures.json' with { type: 'json' };
import { findMixedScripts } from '#tests/support/findMixedScripts.ts';

const structure = buildExampleStructure();
const rows = buildExampleRows();
const totals = computeTotals(structure, rows);

describe('the 2020 example', () => {
  it('EXP-20 has the titles and years that were published', () => {
    expect(ReportStructure.parse(structure)).toEqual(structure);
    expect(structure.programme).toMatchObject(figures.programme);
    expect(structure.report).toMatchObject(figures.report);
    expect(structure.directions.map(({ number, title }) => ({ number, title }))).toEqual(
      figures.directions.map(({ number, title }) => ({ number, title })),
    );
    expect(structure.report.isExample).toBe(true);
  });

  it('EXP-20 adds up to every published sum, to the kopiyka', () => {
    for (const direction of figures.directions) {
      const { id } = structure.directions.find(({ number }) => number === direction.number) ?? {};
      const sums = id && totals.byDirection.get(id);
      expect(sums?.actualMinor ?? 0n, direction.title).toBe(BigInt(direction.actualMinor));
    }
    expect(totals.grand.actualMinor).toBe(BigInt(figures.totalActualMinor));
    expect(totals.withoutDirection.rowCount).toBe(0);
  });

  it('EXP-20 adds up to every published count', () => {
    const published = figures.directions.flatMap(({ number, indicators }) =>
      indicators.map((indicator) => ({ number, ...indicator })),
    );
    expect(structure.indicators.map(({ key }) => key).sort()).toEqual(published.map(({ key }) => key).sort());
    for (const figure of published) {
      const indicator = structure.indicators.find(({ key }) => key === figure.key);
      const total = indicator && totals.indicators.get(indicator.id);
      const direction = structure.directions.find(({ id }) => id === indicator?.directionId);
      expect(direction?.number, figure.key).toBe(figure.number);
      expect(indicator && Object.values(indicator.forms), figure.key).toEqual(figure.forms);
      if (figure.kind === 'floor') {
        const step = indicator?.overStep ?? 1;
        expect(total?.value, figure.key).toBeGreaterThan(figure.value);
        expect(Math.floor((total?.value ?? 0) / step) * step, figure.key).toBe(figure.value);
      } else {
        expect(total?.value, figure.key).toBe(figure.value);
        expect(indicator?.aggregation, figure.key).toBe(figure.kind);
      }
      const whole = structure.indicators.find(({ id }) => id === indicator?.partOf);
      expect(whole?.key, figure.key).toBe('partOf' in figure ? figure.partOf : undefined);
    }
  });

  it('EXP-20 spreads the count over the seven districts that is published without its split', () => {
    const indicator = structure.indicators.find(({ key }) => key === 'self-organisation-meetings');
    const shares = indicator && totals.indicators.get(indicator.id)?.byOrganisation;
    const districts = structure.organisations.filter(({ kind }) => kind === 'district');
    expect(districts.map(({ shortName }) => shortName)).toEqual(
      figures.organisations.districtCouncilCommittees,
    );
    expect([...(shares?.keys() ?? [])].sort()).toEqual(districts.map(({ id }) => id).sort());
  });

  it('EXP-20 has values of the right types, stable ids and rows of every organisation', () => {
    for (const { values } of activities2020) expect(ActivityValues.parse(values)).toEqual(values);
    for (const { values } of expenditures2020) expect(ExpenditureValues.parse(values)).toEqual(values);
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual([
      ...activities2020.map((_, index) => `a-${String(index + 1).padStart(3, '0')}`),
      ...expenditures2020.map((_, index) => `e-${String(index + 1).padStart(3, '0')}`),
    ]);
    const withRows = new Set(rows.map(({ organisationId }) => organisationId));
    expect(withRows.size).toBe(Object.keys(organisations2020).length);
  });

  it('EXP-21 gives the checks nothing to find', () => {
    expect(computeFindings(structure, rows, totals)).toEqual([]);
  });

  it('has no word that mixes Latin and Cyrillic letters', () => {
    const texts = rows
      .flatMap(({ values }) => Object.values(values))
      .filter((value) => typeof value === 'string');
    expect(findMixedScripts([...texts, JSON.stringify(structure)].join('\n'))).toEqual([]);
  });

  it('has demonstration accounts whose organisations take part in it', () => {
    const known = new Set(structure2020.organisations.map(({ id }) => id));
    for (const account of demoAccounts) {
      const memberships = buildDemoMemberships(account);
      expect(memberships.length).toBeGreaterThan(0);
      for (const membership of memberships) {
        expect(Membership.parse(membership)).toEqual(membership);
        if (membership.role === 'editor') expect(known).toContain(membership.organisationId);
      }
    }
    expect(demoAccounts.filter(({ role }) => role === 'coordinator')).toHaveLength(1);
    expect(demoAccounts.filter(({ role }) => role === 'viewer')).toHaveLength(1);
    expect(demoAccounts.some(({ organisationIds }) => organisationIds.length === 2)).toBe(true);
  });
});
