import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetFindingsQuery } from '#client/api/submissions.ts';
import { useLanguage } from '#client/i18n/useLanguage.ts';
import type { SheetParams } from '#shared/api/submission.ts';
import { formatFinding } from '#shared/checks/findingTexts.ts';
import { AuthorTime } from './AuthorTime.tsx';
import classes from './submission.module.css';

/** The findings that an editor has explained, opened on request: what is wrong, and why it is right so. */
export function Explained({ sheet, count }: { sheet: SheetParams; count: number }) {
  const { t } = useTranslation('submission');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('section.explained', { count })}</summary>
      {isOpen && <ExplanationList sheet={sheet} />}
    </details>
  );
}

function ExplanationList({ sheet }: { sheet: SheetParams }) {
  const language = useLanguage();
  const { data } = useQuery(sheetFindingsQuery(sheet));
  return (
    <ul className={classes.explained}>
      {data?.findings.map(
        ({ key, finding, explanation }) =>
          explanation !== null && (
            <li key={key}>
              {formatFinding(finding, language)}
              <q>{explanation.text}</q>
              <span className={classes.muted}>
                <AuthorTime mark={explanation} />
              </span>
            </li>
          ),
      )}
    </ul>
  );
}
