import { useTranslation } from 'react-i18next';
import type { UserInfo } from '#shared/api/contract.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { readGrants } from './grants.ts';

type Rights = Pick<UserInfo, 'isAdministrator' | 'memberships'>;

/** Gives a function that puts a user's rights into one line. */
export function useRightsText(structures: readonly ReportStructure[]): (user: Rights) => string {
  const { t } = useTranslation(['users', 'common']);
  return (user) => {
    const grants = readGrants(
      user.memberships,
      structures.map(({ report }) => report.id),
    );
    const inReports = structures.flatMap(({ report, organisations }, index) => {
      const grant = grants[index];
      if (!grant || grant.role === 'none') return [];
      const names = organisations
        .filter(({ id }) => grant.organisationIds.includes(id))
        .map(({ shortName }) => shortName);
      const roles = [
        ...(grant.role === 'editor' ? [] : [t(`common:role.${grant.role}`)]),
        ...(names.length > 0 ? [t('editorOf', { organisations: names.join(', ') })] : []),
      ];
      return [t('rights', { year: report.year, roles: roles.join(', ') })];
    });
    const all = user.isAdministrator ? [t('administrator'), ...inReports] : inReports;
    return all.length === 0 ? t('noRights') : all.join('; ');
  };
}
