import type { Finding, FindingCode } from '#shared/checks/Finding.ts';
import type { FindingCounts } from '#shared/checks/FindingsEngine.ts';
import { orderFindings } from '#shared/checks/orderFindings.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import type { FindingFilter } from './FindingFilter.ts';

export type FindingListGroup = FindingCounts & {
  /** What its findings share: an organisation (null: the whole report) or a kind. */
  organisationId: OrganisationId | null;
  code: FindingCode | null;
  /** As people work them off. */
  findings: Finding[];
};

export type FindingList = {
  groups: FindingListGroup[];
  /** Before the severity was chosen. */
  counts: FindingCounts;
  /** Kinds there are, whichever is chosen. */
  codes: FindingCode[];
};

type Options = {
  filter: FindingFilter;
  own: ReadonlySet<OrganisationId> | null;
  structure: Pick<ReportStructure, 'organisations'>;
  findRow(finding: Finding): Row | undefined;
};

/** Filters and gathers findings: the whole report first, then in its order, or kind by kind. */
export function buildFindingList(findings: readonly Finding[], options: Options): FindingList {
  const { filter, structure, findRow } = options;
  const mendable = findings.filter((finding) => isOf(finding, options));
  const ofCode = mendable.filter(({ code }) => (filter.code ?? code) === code);
  const shown = ofCode.filter(({ severity }) => filter.severity === 'all' || filter.severity === severity);
  const byOrganisation = filter.grouping === 'organisation';
  const places = new Map(
    [null, ...structure.organisations.map(({ id }) => id)].map((id, index) => [id, index]),
  );
  const groups = [
    ...Map.groupBy(shown, ({ organisationId, code }) => (byOrganisation ? organisationId : code)).values(),
  ].flatMap((group): FindingListGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        organisationId: byOrganisation ? first.organisationId : null,
        code: byOrganisation ? null : first.code,
        findings: orderFindings(group, findRow),
        ...countFindings(group),
      },
    ];
  });
  const place = (id: OrganisationId | null) => places.get(id) ?? places.size;
  groups.sort((a, b) =>
    byOrganisation
      ? place(a.organisationId) - place(b.organisationId)
      : b.errorCount - a.errorCount || b.warningCount - a.warningCount,
  );
  return {
    groups,
    counts: countFindings(ofCode),
    codes: [...new Set(mendable.map(({ code }) => code))].sort(),
  };
}

export function isOf({ organisationId }: Finding, { filter, own }: Pick<Options, 'filter' | 'own'>): boolean {
  if (filter.organisationId !== null && filter.organisationId !== organisationId) return false;
  return !filter.isMine || own === null || (organisationId !== null && own.has(organisationId));
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const errorCount = findings.filter(({ severity }) => severity === 'error').length;
  return { errorCount, warningCount: findings.length - errorCount };
}
