import { Button, Group, TextInput } from '@mantine/core';
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { ImportDialog } from '#client/structure/import/ImportDialog.tsx';
import { RemoveDialog } from '#client/structure/RemoveDialog.tsx';
import { can } from '#shared/access/can.ts';
import { apiPaths } from '#shared/api/contract.ts';
import { ImportAnswer, OrganisationAnswer } from '#shared/api/structure.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { organisationKey } from '#shared/structure/applyOrganisationEdit.ts';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import classes from './OrganisationsPage.module.css';
import { OrganisationTable } from './OrganisationTable.tsx';
import { organisationsKey, useOrganisations } from './useOrganisations.ts';

/** The organisations of the city, whatever reports they take part in; for the administrator. */
export function OrganisationsPage() {
  const { t } = useTranslation('structure');
  const actor = useSession().data?.actor ?? null;
  if (actor === null) return <LoadingPage />;
  const isAllowed = can(actor, { action: 'organisations.manage' }).allowed;
  return (
    <div className={classes.page}>
      <title>{t('city.title')}</title>
      {isAllowed ? (
        <Organisations />
      ) : (
        <>
          <h1 className="page-title">{t('city.title')}</h1>
          <p className={classes.muted}>{t('city.forbidden')}</p>
        </>
      )}
    </div>
  );
}

function Organisations() {
  const { t } = useTranslation('structure');
  const queries = useQueryClient();
  const organisations = useOrganisations();
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Organisation | 'new' | null>(null);
  const [isImporting, setImporting] = useState(false);
  const [removed, setRemoved] = useState<Organisation | null>(null);
  const removal = useMutation({
    mutationFn: (organisationId: Organisation['id']) =>
      apiFetch(apiPaths.organisations, OrganisationAnswer, {
        method: 'PATCH',
        body: { kind: 'remove', organisationId },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: organisationsKey });
      setRemoved(null);
    },
  });
  if (organisations.isLoadingError) {
    return <FailurePage error={organisations.error} onRetry={() => void organisations.refetch()} />;
  }
  if (organisations.isPending) return <LoadingPage />;
  const all = organisations.data.organisations;
  const wanted = organisationKey(search);
  const found = all.filter(
    ({ name, shortName, edrpou }) =>
      wanted === '' || [name, shortName, edrpou ?? ''].some((text) => organisationKey(text).includes(wanted)),
  );
  return (
    <>
      <Group justify="space-between" mb="md">
        <h1 className="page-title">{t('city.title')}</h1>
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => setImporting(true)}
          >
            {t('import.open')}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened('new')}>
            {t('city.add')}
          </Button>
        </Group>
      </Group>
      {all.length === 0 ? (
        <p className={classes.muted}>{t('city.empty')}</p>
      ) : (
        <>
          <TextInput
            className={classes.search ?? ''}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            placeholder={t('city.search')}
            aria-label={t('city.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
          />
          <OrganisationTable
            found={found}
            onEdit={setOpened}
            onRemove={(organisation) => {
              removal.reset();
              setRemoved(organisation);
            }}
          />
        </>
      )}
      {opened !== null && (
        <OrganisationDialog organisation={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
      {isImporting && (
        <ImportDialog
          answer={ImportAnswer}
          path={apiPaths.organisationImport}
          title={t('city.importTitle')}
          hint={t('city.importHint')}
          onWritten={() => queries.invalidateQueries({ queryKey: organisationsKey })}
          onClose={() => setImporting(false)}
        />
      )}
      {removed !== null && (
        <RemoveDialog
          title={t('city.removing', { title: removed.shortName })}
          hint={t('city.removingHint')}
          removeText={t('removeNow')}
          isRemoving={removal.isPending}
          error={removal.error}
          onRemove={() => removal.mutate(removed.id)}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}
