import { formatCount } from '../language/nouns.ts';
import type { OrganisationId } from '../model/ids.ts';
import type { Indicator, ReportStructure } from '../model/structure.ts';
import type { Totals } from '../totals/Totals.ts';
import type { Finding } from './Finding.ts';

/** An "of which" number above its whole: in the report, and within each organisation. */
export function findPartsOverWhole(
  structure: Pick<ReportStructure, 'indicators' | 'organisations'>,
  totals: Totals,
): Finding[] {
  const byId = new Map(structure.indicators.map((indicator) => [indicator.id, indicator]));
  return structure.indicators.flatMap((part) => {
    const whole = part.partOf === null ? undefined : byId.get(part.partOf);
    const partTotal = totals.indicators.get(part.id);
    if (whole === undefined || partTotal === undefined) return [];
    const wholeTotal = totals.indicators.get(whole.id);
    const places: [OrganisationId | null, number, number][] = [
      [null, partTotal.value, wholeTotal?.value ?? 0],
    ];
    for (const { id } of structure.organisations) {
      const partHere = partTotal.byOrganisation.get(id)?.value ?? 0;
      places.push([id, partHere, wholeTotal?.byOrganisation.get(id)?.value ?? 0]);
    }
    return places
      .filter(([, partValue, wholeValue]) => partValue > wholeValue)
      .map(([organisationId, ...values]) => buildFinding(part, whole, organisationId, values));
  });
}

function buildFinding(
  part: Indicator,
  whole: Indicator,
  organisationId: OrganisationId | null,
  [partValue, wholeValue]: [number, number],
): Finding {
  return {
    code: 'indicator.part-exceeds-whole',
    severity: 'error',
    organisationId,
    rowId: null,
    field: null,
    indicatorId: part.id,
    parameters: {
      part: part.title,
      partValue: formatCount(partValue),
      whole: whole.title,
      wholeValue: formatCount(wholeValue),
    },
  };
}
