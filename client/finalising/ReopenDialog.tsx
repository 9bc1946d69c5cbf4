import { Button, Modal, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reopenReport } from '#client/api/finalising.ts';
import { structureKey } from '#client/api/useReports.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import classes from './finalising.module.css';

/** Opens a finalised report again; why has to be said. */
export function ReopenDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const { t } = useTranslation(['finalising', 'common']);
  const reportId = useReport().structure.report.id;
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function send(): Promise<void> {
    setSending(true);
    setError(null);
    try {
      await reopenReport(reportId, reason);
      await queries.invalidateQueries({ queryKey: structureKey(reportId) });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSending(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('reopenDialog.title')}>
      <p className={classes.text}>{t('reopenDialog.text', { version })}</p>
      <Textarea
        label={t('reopenDialog.reason')}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <Problem error={error} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button onClick={() => void send()} loading={isSending} disabled={reason.trim() === ''}>
          {t('reopenDialog.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
