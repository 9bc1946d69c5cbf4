import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#client/control/Section.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { type ExportFile, listFilesOf, nameExportFile } from '#shared/export/ExportFile.ts';
import { type ExportFormat, exportFormats } from '#shared/export/exportFormats.ts';
import type { FootingCheck } from '#shared/footing/FootingCheck.ts';
import classes from './ExportPage.module.css';
import { Mark } from './FootingSection.tsx';
import { useFileTitle } from './useFileTitle.ts';

type Props = {
  checks: readonly FootingCheck[];
  isBlocked: boolean;
  onSave(file: ExportFile, isDraft: boolean): void;
};

const files = (Object.keys(exportFormats) as ExportFormat[]).flatMap(listFilesOf);

/** Every file that a report leaves as, final or as a draft, with what the check says about it. */
export function FilesSection({ checks, isBlocked, onSave }: Props) {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  const fileTitle = useFileTitle();
  return (
    <Section title={t('files.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('files.file')}</th>
            <th scope="col" className={classes.wide}>
              {t('files.state')}
            </th>
            <th scope="col">{t('files.download')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => {
            const name = nameExportFile(file, structure.report.year, false);
            const title = fileTitle(file);
            return (
              <tr key={name}>
                <th scope="row">
                  {title}
                  <span className={classes.fileName}>{name}</span>
                </th>
                <td className={classes.wide}>
                  <State check={checks.find((check) => check.file === name)} isBlocked={isBlocked} />
                </td>
                <td>
                  <span className={classes.buttons}>
                    {([false, true] as const).map((isDraft) => (
                      <Button
                        key={String(isDraft)}
                        size="compact-xs"
                        variant="default"
                        aria-label={t(isDraft ? 'files.draftOf' : 'files.finalOf', { name: title })}
                        onClick={() => onSave(file, isDraft)}
                      >
                        {t(isDraft ? 'files.draft' : 'files.final')}
                      </Button>
                    ))}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function State({ check, isBlocked }: { check: FootingCheck | undefined; isBlocked: boolean }) {
  const { t } = useTranslation('exports');
  if (isBlocked)
    return (
      <span className={classes.result}>
        <Mark isEqual={false} />
        {t('files.blocked')}
      </span>
    );
  if (check === undefined) return <span className={classes.muted}>{t('files.unchecked')}</span>;
  return (
    <span className={classes.result}>
      <Mark isEqual={check.isEqual} />
      {t(check.isEqual ? 'footing.equal' : 'footing.different')}
    </span>
  );
}
