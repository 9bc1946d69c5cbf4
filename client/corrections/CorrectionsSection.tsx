import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { LineMenu } from '#client/structure/LineMenu.tsx';
import { moveInOrder } from '#client/structure/moveInOrder.ts';
import { RemoveDialog } from '#client/structure/RemoveDialog.tsx';
import classes from '#client/structure/StructurePage.module.css';
import { useStructureEdit } from '#client/structure/useStructureEdit.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatCount } from '#shared/language/nouns.ts';
import type { Correction } from '#shared/model/correction.ts';
import { formatMoney } from '#shared/money/formatMoney.ts';
import { readCorrectionFields } from '#shared/structure/applyCorrectionEdit.ts';
import { CorrectionDialog } from './CorrectionDialog.tsx';

type Opened = { kind: 'dialog'; correction: Correction | null } | { kind: 'removal'; correction: Correction };

/** What is added to the totals beside the rows, with who said so; for whoever manages the report. */
export function CorrectionsSection() {
  const { t } = useTranslation('structure');
  const { corrections } = useReport().structure;
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const order = useStructureEdit();
  const removal = useStructureEdit(close);
  const moved = ({ id }: Correction, by: -1 | 1) => {
    const ids = corrections.map((one) => one.id);
    const next = moveInOrder(ids, id, by);
    return next && (() => order.mutate({ kind: 'corrections.order', order: next }));
  };
  return (
    <Section title={t('corrections.title')}>
      <p className={`${classes.hint} ${classes.sectionHint}`}>{t('corrections.hint')}</p>
      <FormError error={order.error} />
      {corrections.length === 0 && <p className={classes.muted}>{t('corrections.empty')}</p>}
      {corrections.length > 0 && (
        <ul className={classes.indicators} aria-label={t('corrections.title')}>
          {corrections.map((correction) => (
            <li key={correction.id} className={classes.indicator}>
              <div className={classes.line}>
                <CorrectionWords correction={correction} />
                <LineMenu
                  name={correction.reason}
                  onEdit={() => setOpened({ kind: 'dialog', correction })}
                  onUp={moved(correction, -1)}
                  onDown={moved(correction, 1)}
                  removeText={t('remove')}
                  onRemove={() => {
                    removal.reset();
                    setOpened({ kind: 'removal', correction });
                  }}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Button
        className={classes.more ?? ''}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpened({ kind: 'dialog', correction: null })}
      >
        {t('corrections.add')}
      </Button>
      {opened?.kind === 'dialog' && <CorrectionDialog correction={opened.correction} onClose={close} />}
      {opened?.kind === 'removal' && (
        <RemoveDialog
          title={t('correction.removing')}
          hint={t('correction.removingHint', { reason: opened.correction.reason })}
          removeText={t('removeNow')}
          isRemoving={removal.isPending}
          error={removal.error}
          onRemove={() =>
            removal.mutate({
              kind: 'correction.remove',
              correctionId: opened.correction.id,
              from: readCorrectionFields(opened.correction),
            })
          }
          onClose={close}
        />
      )}
    </Section>
  );
}

function CorrectionWords({ correction }: { correction: Correction }) {
  const { t } = useTranslation('structure');
  const language = useLanguage();
  const { directions, indicators, organisations } = useReport().structure;
  const { subject, directionId, organisationIds, madeBy, madeAt } = correction;
  const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
  const money = (key: 'planned' | 'actual', minor: number | null) =>
    minor === null ? [] : [t(`corrections.${key}`, { amount: signed(formatMoney(minor), minor) })];
  const what =
    subject.of === 'indicator'
      ? [
          indicators.find(({ id }) => id === subject.indicatorId)?.title ?? '',
          signed(formatCount(subject.quantity), subject.quantity),
        ]
      : [...money('planned', subject.plannedMinor), ...money('actual', subject.actualMinor)];
  const names = organisations.filter(({ id }) => organisationIds.includes(id)).map((one) => one.shortName);
  const direction = directions.find(({ id }) => id === directionId);
  const day = new Date(madeAt).toLocaleDateString(language, { dateStyle: 'medium' });
  return (
    <div>
      {what.join(subject.of === 'indicator' ? ': ' : ' · ')}
      <p className={classes.muted}>{correction.reason}</p>
      <p className={classes.muted}>
        {[
          ...(direction === undefined ? [] : [`${direction.number}. ${direction.title}`]),
          ...(names.length === 0 ? [] : [names.join(', ')]),
          `${madeBy.name}, ${day}`,
        ].join(' · ')}
      </p>
    </div>
  );
}
