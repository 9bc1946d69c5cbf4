import { Button, Checkbox, Modal, Progress, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finaliseReport } from '#client/api/finalising.ts';
import { structureKey } from '#client/api/useReports.ts';
import { Problem } from '#client/submission/Problem.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import classes from './finalising.module.css';

/** Says what finalising does, and does it: with how far it is, and a way to stop. */
export function FinaliseDialog({ personalData, onClose }: { personalData: number; onClose: () => void }) {
  const { t } = useTranslation(['finalising', 'common']);
  const { structure } = useReport();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [isAccepted, setAccepted] = useState(personalData === 0);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const reportId = structure.report.id;

  async function run(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setProgress({ done: 0, total: 12 });
    try {
      await finaliseReport(
        reportId,
        { note, personalData: isAccepted && personalData > 0 ? 'accepted' : 'ask' },
        { signal: controller.signal, onProgress: (done, total) => setProgress({ done, total }) },
      );
      await queries.invalidateQueries({ queryKey: structureKey(reportId) });
      onClose();
    } catch (refusal) {
      setProgress(null);
      if (!controller.signal.aborted) setError(refusal);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dialog.title')}
      closeOnClickOutside={progress === null}
      size="lg"
    >
      <p className={classes.text}>{t('dialog.intro')}</p>
      <ul className={classes.list}>
        {(['files', 'closed', 'readers', 'undo'] as const).map((line) => (
          <li key={line}>{t(`dialog.${line}`)}</li>
        ))}
      </ul>
      <div className={classes.form}>
        <Textarea
          label={t('dialog.note')}
          autosize
          minRows={1}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {personalData > 0 && (
          <Checkbox
            label={t('dialog.personal', { count: personalData })}
            checked={isAccepted}
            onChange={(event) => setAccepted(event.currentTarget.checked)}
          />
        )}
      </div>
      {progress !== null && (
        <div role="status">
          <p className={classes.text}>{t('dialog.making', progress)}</p>
          <Progress value={(100 * progress.done) / progress.total} aria-label={t('dialog.title')} />
        </div>
      )}
      <Problem error={error} />
      <div className={classes.foot}>
        {progress === null ? (
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => running.current?.abort()}>
            {t('dialog.stop')}
          </Button>
        )}
        <Button onClick={() => void run()} loading={progress !== null} disabled={!isAccepted}>
          {t('dialog.confirm')}
        </Button>
      </div>
    </Modal>
  );
}
