import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/api/useSession.ts';
import { FailurePage } from '#client/app/FailurePage.tsx';
import { LoadingPage } from '#client/app/LoadingPage.tsx';
import { can } from '#shared/access/can.ts';
import type { Programme } from '#shared/model/structure.ts';
import { describeDecision } from '#shared/report/describeDecision.ts';
import { ProgrammeDialog } from './ProgrammeDialog.tsx';
import classes from './ProgrammesPage.module.css';
import { useProgrammes } from './useProgrammes.ts';

/** The programmes of the city: period, decision, and what has changed them since; for the administrator. */
export function ProgrammesPage() {
  const { t } = useTranslation('programmes');
  const actor = useSession().data?.actor ?? null;
  if (actor === null) return <LoadingPage />;
  return (
    <div className={classes.page}>
      <title>{t('title')}</title>
      <h1 className="page-title">{t('title')}</h1>
      {can(actor, { action: 'reports.create' }).allowed ? (
        <Programmes />
      ) : (
        <p className={classes.muted}>{t('forbidden')}</p>
      )}
    </div>
  );
}

function Programmes() {
  const { t } = useTranslation('programmes');
  const programmes = useProgrammes();
  const [opened, setOpened] = useState<Programme | null>(null);
  if (programmes.isLoadingError) {
    return <FailurePage error={programmes.error} onRetry={() => void programmes.refetch()} />;
  }
  if (programmes.data === undefined) return <LoadingPage />;
  return (
    <>
      <p className={classes.muted}>{programmes.data.programmes.length === 0 ? t('empty') : t('hint')}</p>
      <ul className={classes.list}>
        {programmes.data.programmes.map((programme) => (
          <li key={programme.id} className={classes.programme}>
            <div>
              <h2 className={classes.name}>{programme.title}</h2>
              <p className={classes.muted}>
                {programme.community} · {programme.periodStart.slice(0, 4)}–{programme.periodEnd.slice(0, 4)}
              </p>
              <p className={classes.muted}>{describeDecision(programme) ?? t('noDecision')}</p>
            </div>
            <Button
              variant="default"
              size="xs"
              aria-label={`${t('edit')}: ${programme.title}`}
              onClick={() => setOpened(programme)}
            >
              {t('edit')}
            </Button>
          </li>
        ))}
      </ul>
      {opened !== null && <ProgrammeDialog programme={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
