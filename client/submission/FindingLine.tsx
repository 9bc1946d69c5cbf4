import { Anchor, Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findingLink } from '#client/grid/findings/findingLink.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import type { OrganisationId } from '#shared/model/ids.ts';
import classes from './submission.module.css';
import type { ListedFinding } from './useExplanations.ts';

type Props = {
  listed: ListedFinding;
  organisationId: OrganisationId;
  text: string;
  /** It is what keeps the sheet from being submitted: its field is open and says so. */
  isMissing: boolean;
  onType(text: string): void;
  onLeave(): void;
  /** To its place in the table. */
  onGo(): void;
};

/** One finding of the sheet: the way to its place, and its explanation in words. */
export function FindingLine({ listed, organisationId, text, isMissing, onType, onLeave, onGo }: Props) {
  const { t } = useTranslation(['submission', 'grid', 'findings']);
  const language = useLanguage();
  const { structure, rows } = useReport();
  const { finding, key } = listed;
  const [isOpened, setOpened] = useState(false);
  const row = finding.rowId === null ? undefined : rows.get(`${organisationId}/${finding.rowId}`);
  const rowText = row?.kind === 'activity' ? row.values.content : row?.values.measure;
  const sentence = formatFinding(finding, language);
  const isError = finding.severity === 'error';
  const link = findingLink(structure.report.id, finding, row);
  const isOpen = isOpened || isMissing || text !== '';
  const place =
    row === undefined
      ? t('submit.wholeSheet')
      : [t(`grid:title.${row.kind}`), rowText?.trim() || t('submit.untitled')].join(' · ');
  return (
    <li className={classes.finding}>
      <span className={isError ? classes.wrong : classes.warn}>
        {isError ? <IconCircleX size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
        <span className="visually-hidden">{t(`findings:severity.${finding.severity}`)}: </span>
      </span>
      <span>
        {sentence}
        <span className={classes.place}>{place}</span>
      </span>
      <span className={classes.actions}>
        {link !== null && (
          <Anchor
            component={Link}
            size="sm"
            to={link}
            onClick={onGo}
            aria-label={`${t('submit.go')}: ${place}`}
          >
            {t('submit.go')}
          </Anchor>
        )}
        {!isOpen && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setOpened(true)}
            aria-label={`${t('submit.explain')} ${sentence}`}
          >
            {t('submit.explain')}
          </Button>
        )}
      </span>
      {isOpen && (
        <Textarea
          className={classes.explanation ?? ''}
          size="xs"
          rows={2}
          aria-label={t('submit.explanationOf', { finding: sentence })}
          placeholder={t('submit.placeholder')}
          maxLength={2_000}
          value={text}
          error={isMissing && text.trim() === '' && t('submit.unexplained')}
          data-finding={key}
          autoFocus={isOpened && text === ''}
          onChange={(event) => onType(event.currentTarget.value)}
          onBlur={onLeave}
        />
      )}
    </li>
  );
}
