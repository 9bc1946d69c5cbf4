import { Anchor, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagePaths } from '#client/app/links.ts';
import { useOrganisations } from '#client/organisations/useOrganisations.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { FormActions } from '#client/ui/FormActions.tsx';
import { can } from '#shared/access/can.ts';
import { OrganisationId } from '#shared/model/ids.ts';
import { useStructureEdit } from './useStructureEdit.ts';

/** Has one of the city's organisations take part in the report. */
export function JoinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('structure');
  const { structure, actor } = useReport();
  const organisations = useOrganisations();
  const [chosen, setChosen] = useState<string | null>(null);
  const join = useStructureEdit(onClose);
  const taking = new Set(structure.organisations.map(({ id }) => id));
  const others = organisations.data?.organisations.filter(({ id }) => !taking.has(id)) ?? [];
  return (
    <Modal opened onClose={onClose} title={t('participants.create')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === null) return;
          join.mutate({ kind: 'organisation.join', organisationId: OrganisationId.parse(chosen) });
        }}
      >
        <Stack gap="md">
          <Select
            label={t('participants.choose')}
            description={t('participants.chooseHint')}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={setChosen}
            searchable
            limit={50}
            nothingFoundMessage={t('participants.nothing')}
            data-autofocus
          />
          {can(actor, { action: 'organisations.manage' }).allowed && (
            <Anchor component={Link} to={pagePaths.organisations} size="sm">
              {t('participants.toCity')}
            </Anchor>
          )}
          <FormActions
            submit={t('add')}
            error={organisations.error ?? join.error}
            isSending={join.isPending}
            isDisabled={chosen === null}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
