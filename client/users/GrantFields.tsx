import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrganisationId } from '#shared/model/ids.ts';
import type { ReportStructure } from '#shared/model/structure.ts';
import { type Grant, grantRoles } from './grants.ts';
import classes from './UsersPage.module.css';

type Props = {
  grant: Grant;
  structure: ReportStructure;
  error: string | null;
  onChange: (grant: Grant) => void;
};

/** A person's rights in one report: a role, and for those who fill in sheets, whose. */
export function GrantFields({ grant, structure, error, onChange }: Props) {
  const { t } = useTranslation('users');
  const { report, organisations } = structure;
  return (
    <div className={classes.grant}>
      <Select
        label={t('form.role', { year: report.year })}
        description={report.title}
        allowDeselect={false}
        value={grant.role}
        onChange={(value) =>
          onChange({ ...grant, role: grantRoles.find((role) => role === value) ?? 'none' })
        }
        data={grantRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      {(grant.role === 'editor' || grant.role === 'coordinator') && (
        <MultiSelect
          mt="sm"
          searchable
          clearable
          label={t('form.organisations')}
          error={error}
          value={grant.organisationIds}
          onChange={(values) =>
            onChange({ ...grant, organisationIds: values.map((value) => OrganisationId.parse(value)) })
          }
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </div>
  );
}
