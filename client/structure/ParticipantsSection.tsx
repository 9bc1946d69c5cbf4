import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { FormError } from '#client/signin/FormError.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { Organisation } from '#shared/model/structure.ts';
import { JoinDialog } from './JoinDialog.tsx';
import { LineMenu } from './LineMenu.tsx';
import { moveInOrder } from './moveInOrder.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import classes from './StructurePage.module.css';
import { useStructureEdit } from './useStructureEdit.ts';

/** Which organisations take part in the report, in its order. */
export function ParticipantsSection() {
  const { t } = useTranslation('structure');
  const { organisations } = useReport().structure;
  const [isJoining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<Organisation | null>(null);
  const order = useStructureEdit();
  const leave = useStructureEdit(() => setLeaving(null));
  const moved = (organisation: Organisation, by: -1 | 1) => {
    const ids = moveInOrder(
      organisations.map(({ id }) => id),
      organisation.id,
      by,
    );
    return ids && (() => order.mutate({ kind: 'organisations.order', order: ids }));
  };
  return (
    <Section
      title={t('participants.title')}
      side={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setJoining(true)}
        >
          {t('participants.add')}
        </Button>
      }
    >
      <FormError error={order.error} />
      {organisations.length === 0 && <p className={classes.empty}>{t('participants.empty')}</p>}
      <ul className={classes.list}>
        {organisations.map((organisation) => (
          <li key={organisation.id} className={classes.participant}>
            <div className={classes.line}>
              <div>
                {organisation.name}
                <p className={classes.muted}>
                  {organisation.shortName} · {t(`kind.${organisation.kind}`)}
                </p>
              </div>
              <LineMenu
                name={organisation.shortName}
                onUp={moved(organisation, -1)}
                onDown={moved(organisation, 1)}
                removeText={t('participants.remove')}
                onRemove={() => {
                  leave.reset();
                  setLeaving(organisation);
                }}
              />
            </div>
          </li>
        ))}
      </ul>
      {isJoining && <JoinDialog onClose={() => setJoining(false)} />}
      {leaving !== null && (
        <RemoveDialog
          title={t('participants.removing', { title: leaving.shortName })}
          hint={t('participants.removingHint')}
          removeText={t('participants.removeNow')}
          isRemoving={leave.isPending}
          error={leave.error}
          onRemove={() => leave.mutate({ kind: 'organisation.leave', organisationId: leaving.id })}
          onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  );
}
