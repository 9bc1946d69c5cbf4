import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryOutcome } from '#client/sync/history/HistoryChange.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { OrganisationId } from '#shared/model/ids.ts';
import type { Row } from '#shared/model/rows.ts';
import { planRestore, type RestorePlan } from './planRestore.ts';

type Props = {
  organisationId: OrganisationId;
  /** All rows of the sheet as they were, of both tables. */
  rows: readonly Row[];
  onDone(text: string, takeBack: () => Promise<HistoryOutcome>): void;
};

/** Brings a whole sheet back, after saying what that changes. */
export function RestoreSheet({ organisationId, rows, onDone }: Props) {
  const { t } = useTranslation(['cellHistory', 'common']);
  const { session, structure } = useReport();
  const [plan, setPlan] = useState<RestorePlan | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  if (!session.canWrite(organisationId).allowed) return null;

  const readPlan = () => {
    session.settle();
    const tables = (['activity', 'expenditure'] as const).map((table) =>
      session.sheetRows(organisationId, table),
    );
    return planRestore(rows, tables.flat());
  };
  const write = async () => {
    // What stands may have changed since the question.
    const { edits } = readPlan();
    setIsWriting(true);
    const outcome = await session.editInSlices(edits);
    setIsWriting(false);
    setPlan(null);
    onDone(t(`past.end.${outcome.end}`, { done: outcome.done, total: outcome.total }), outcome.takeBack);
  };
  const name = structure.organisations.find(({ id }) => id === organisationId)?.shortName ?? organisationId;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setPlan(readPlan())}>
        {t('past.restoreSheet')}
      </Button>
      <Modal
        opened={plan !== null}
        onClose={() => setPlan(null)}
        title={t('past.askTitle', { name })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        {plan !== null && <p>{plan.edits.length === 0 ? t('past.nothing') : t('past.ask', plan.counts)}</p>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setPlan(null)}>
            {t('common:cancel')}
          </Button>
          {plan !== null && plan.edits.length > 0 && (
            <Button loading={isWriting} onClick={() => void write()}>
              {t('past.restore')}
            </Button>
          )}
        </Group>
      </Modal>
    </>
  );
}
