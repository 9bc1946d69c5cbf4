import { Button, Modal } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReport, useSaveState } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import type { Organisation } from '#shared/model/structure.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { computeSheetContents } from './computeSheetContents.ts';
import { FindingLine } from './FindingLine.tsx';
import { Problem } from './Problem.tsx';
import classes from './submission.module.css';
import { useExplanations } from './useExplanations.ts';

/** More than anybody explains at one sitting; the others come as these go. */
const shownFindings = 100;

type Props = { organisation: Organisation; onSubmit(): Promise<void>; onClose(): void };

/** What will be sent, and what stands in the way of it. Nothing is sent while a finding is neither mended nor explained. */
export function SubmitDialog({ organisation, onSubmit, onClose }: Props) {
  const { t } = useTranslation(['submission', 'common']);
  const { structure, session } = useReport();
  const { kind: saving } = useSaveState();
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const explanations = useExplanations({ reportId: structure.report.id, organisationId: organisation.id });
  const { findings } = explanations;
  const open = findings?.filter((finding) => explanations.textOf(finding).trim() === '') ?? [];
  const isOffline = saving === 'offline' || saving === 'signed-out' || saving === 'other-user';
  const isUnsaved = saving === 'saving' || (!isOffline && session.pendingCount() > 0);

  const refuse = (listed: readonly { key: string }[]) => {
    setMissing(new Set(listed.map(({ key }) => key)));
    // The field may have to be drawn first.
    const [first] = listed;
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(first?.key ?? '')}"]`)?.focus(),
    );
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending || isOffline || isUnsaved) return;
    setError(null);
    if (open.length > 0) {
      refuse(open);
      return;
    }
    setSending(true);
    try {
      const left = await explanations.saveAll();
      if (left.length > 0) refuse(left);
      else {
        await onSubmit();
        onClose();
      }
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={`${t('submit.title')}: ${organisation.shortName}`} size={720}>
      <form ref={form} onSubmit={(event) => void send(event)} noValidate>
        <Contents organisation={organisation} />
        <h3 className={classes.heading}>{t('submit.findings')}</h3>
        {findings === null && explanations.error === null && (
          <p className={classes.hint}>{t('common:loading')}</p>
        )}
        <Problem error={findings === null ? explanations.error : null} />
        {findings?.length === 0 && (
          <p className={classes.plain}>
            <IconCircleCheck size={18} aria-hidden className={classes.good} />
            {t('submit.none')}
          </p>
        )}
        {findings !== null && findings.length > 0 && (
          <>
            <p className={classes.hint}>{t('submit.hint')}</p>
            <ul className={classes.findings}>
              {findings.slice(0, shownFindings).map((listed) => (
                <FindingLine
                  key={listed.key}
                  listed={listed}
                  organisationId={organisation.id}
                  text={explanations.textOf(listed)}
                  isMissing={missing.has(listed.key)}
                  onType={(text) => explanations.type(listed.key, text)}
                  onLeave={() => void explanations.save(listed.key).catch(setError)}
                  onGo={onClose}
                />
              ))}
            </ul>
          </>
        )}
        <div className={classes.foot}>
          <div className={classes.status} role="status">
            {isOffline && t('submit.offline')}
            {isUnsaved && t('submit.unsaved')}
            {!isOffline && !isUnsaved && open.length > 0 && t('submit.missing', { count: open.length })}
            {!isOffline && !isUnsaved && open.length === 0 && t('submit.lock')}
          </div>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isSending} disabled={findings === null} data-autofocus>
            {t('submit.confirm')}
          </Button>
          <Problem error={error} />
        </div>
      </form>
    </Modal>
  );
}

function Contents({ organisation: { id } }: { organisation: Organisation }) {
  const { t } = useTranslation('submission');
  const { session } = useReport();
  const contents = computeSheetContents([
    ...session.sheetRows(id, 'activity'),
    ...session.sheetRows(id, 'expenditure'),
  ]);
  const isEmpty = contents.activityCount + contents.expenditureCount === 0;
  return (
    <>
      <dl className={classes.sums} aria-label={t('submit.what')}>
        <dt>{t('submit.activities')}</dt>
        <dd>{formatCount(contents.activityCount)}</dd>
        <dt>{t('submit.expenditures')}</dt>
        <dd>{formatCount(contents.expenditureCount)}</dd>
        <dt>{t('submit.planned')}</dt>
        <dd>{formatMoney(contents.plannedMinor)}</dd>
        <dt>{t('submit.actual')}</dt>
        <dd>{formatMoney(contents.actualMinor)}</dd>
      </dl>
      {isEmpty && <p className={classes.doubt}>{t('submit.empty')}</p>}
    </>
  );
}
