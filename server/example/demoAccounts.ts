import type { OrganisationId, ReportId } from '#shared/model/ids.ts';
import type { Membership } from '#shared/model/user.ts';
import { exampleReportId, organisations2020 } from './structure2020.ts';

/** A one-click account of the demonstration. Names are functions, not persons. */
export type DemoAccountSeed = {
  login: string;
  name: string;
  role: 'coordinator' | 'editor' | 'viewer';
  /** Empty unless an editor; one membership for each. */
  organisationIds: readonly OrganisationId[];
  /** What the sign-in page shows beside the name; null unless an editor. */
  organisation: string | null;
};

const { executive, education, visa, dovhyntsivskyi, saksahanskyi } = organisations2020;

const buildEditor = (
  login: string,
  name: string,
  ...organisations: { id: OrganisationId; shortName: string }[]
): DemoAccountSeed => ({
  login,
  name,
  role: 'editor',
  organisationIds: organisations.map(({ id }) => id),
  organisation: organisations.map(({ shortName }) => shortName).join(', '),
});

export const demoAccounts: readonly DemoAccountSeed[] = [
  {
    login: 'coordinator',
    name: 'Координаторка звіту',
    role: 'coordinator',
    organisationIds: [],
    organisation: null,
  },
  buildEditor('dovhyntsivskyi', 'Редакторка: Довгинцівський', dovhyntsivskyi),
  buildEditor('saksahanskyi', 'Редактор: Саксаганський', saksahanskyi),
  buildEditor('osvita', 'Редакторка: Освіта і наука', education),
  buildEditor('vykonkom', 'Редактор: Виконком і Центр «Віза»', executive, visa),
  { login: 'viewer', name: 'Спостерігачка', role: 'viewer', organisationIds: [], organisation: null },
];

/** The memberships to create the account with, in the example's report. */
export function buildDemoMemberships(
  account: DemoAccountSeed,
  reportId: ReportId = exampleReportId,
): Membership[] {
  if (account.role !== 'editor') return [{ reportId, role: account.role }];
  return account.organisationIds.map((organisationId) => ({ reportId, role: 'editor', organisationId }));
}
