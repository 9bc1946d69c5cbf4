import type { Finding } from '#shared/checks/Finding.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Organisation, ReportStructure } from '#shared/model/structure.ts';

export type FindingGroup = {
  /** Null: about the whole report. */
  organisation: Pick<Organisation, 'id' | 'name'> | null;
  errorCount: number;
  warningCount: number;
  /** Errors first. */
  findings: Finding[];
};

/** Findings under the organisations that can mend them: the whole report first, then in its order. */
export function buildFindingGroups(
  structure: Pick<ReportStructure, 'organisations'>,
  findings: readonly Finding[],
): FindingGroup[] {
  const byOrganisation = Map.groupBy(findings, ({ organisationId }) => organisationId);
  const names = new Map<OrganisationId | null, string>(
    structure.organisations.map(({ id, name }) => [id, name]),
  );
  const ordered = new Set<OrganisationId | null>([null, ...names.keys(), ...byOrganisation.keys()]);
  return [...ordered].flatMap((id) => {
    const own = byOrganisation.get(id);
    if (!own) return [];
    const errors = own.filter(({ severity }) => severity === 'error');
    const warnings = own.filter(({ severity }) => severity === 'warning');
    return [
      {
        organisation: id === null ? null : { id, name: names.get(id) ?? id },
        errorCount: errors.length,
        warningCount: warnings.length,
        findings: [...errors, ...warnings],
      },
    ];
  });
}
