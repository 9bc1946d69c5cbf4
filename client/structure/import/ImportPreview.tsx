import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportAnswer } from '#shared/api/structure.ts';
import classes from './import.module.css';
import { problemKey } from './problemKey.ts';

/** What a file would do: the lines to be mended, or what comes and what changes. */
export function ImportPreview({ seen }: { seen: ImportAnswer }) {
  const { t } = useTranslation('structure');
  const { lineCount, added, changed, sameCount, problems, problemCount } = seen;
  if (problemCount > 0) {
    return (
      <section aria-live="polite">
        <p className={classes.wrong}>
          <IconAlertCircle size={16} aria-hidden /> {t('import.problems', { total: problemCount })}
        </p>
        <ul className={classes.problems}>
          {problems.map(({ line, code, column, value }) => (
            <li key={`${line} ${code} ${column}`}>
              {t('import.line', { line })}: {t(`import.problem.${problemKey(code)}`, { column, value })}
            </li>
          ))}
        </ul>
        {problemCount > problems.length && <p className={classes.muted}>{t('import.more')}</p>}
      </section>
    );
  }
  return (
    <section aria-live="polite">
      <p className={classes.counts}>
        {[
          t('import.lines', { total: lineCount }),
          t('import.added', { total: added.count }),
          t('import.changed', { total: changed.count }),
          t('import.same', { total: sameCount }),
        ].join(' · ')}
      </p>
      {[added, changed].map(
        ({ count, first }, index) =>
          count > 0 && (
            <details key={index === 0 ? 'added' : 'changed'}>
              <summary>{t(index === 0 ? 'import.added' : 'import.changed', { total: count })}</summary>
              <ul className={classes.problems}>
                {first.map(({ line, title }) => (
                  <li key={line}>{title}</li>
                ))}
              </ul>
              {count > first.length && <p className={classes.muted}>{t('import.more')}</p>}
            </details>
          ),
      )}
    </section>
  );
}
