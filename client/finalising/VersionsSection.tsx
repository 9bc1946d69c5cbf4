import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { packageUrl, versionFileUrl } from '#client/api/finalising.ts';
import { Section } from '#client/control/Section.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { VersionAnswer } from '#shared/api/finalising.ts';
import classes from './finalising.module.css';
import { Signatures } from './Signatures.tsx';
import { useMarkText } from './useMarkText.ts';

type Props = { versions: readonly VersionAnswer[]; mayPublish: boolean };

/** Everything that was made of the report, the newest first. */
export function VersionsSection({ versions, mayPublish }: Props) {
  const { t } = useTranslation('finalising');
  return (
    <Section title={t('versions.title')}>
      {versions.length === 0 && <p className={classes.hint}>{t('versions.none')}</p>}
      {versions.map((version) => (
        <Version key={version.version} version={version} mayPublish={mayPublish} />
      ))}
      {versions.length > 0 && <p className={classes.hint}>{t('versions.verify')}</p>}
    </Section>
  );
}

function Version({ version, mayPublish }: { version: VersionAnswer; mayPublish: boolean }) {
  const { t } = useTranslation('finalising');
  const markText = useMarkText();
  const reportId = useReport().structure.report.id;
  return (
    <article className={classes.version}>
      <h3>{t('versions.name', { version: version.version })}</h3>
      <p className={classes.text}>{t('versions.made', markText(version))}</p>
      {version.note !== '' && <p className={classes.text}>{version.note}</p>}
      {version.reopened !== null && (
        <p className={classes.text}>
          {t('versions.reopened', { ...markText(version.reopened), reason: version.reopened.reason })}
        </p>
      )}
      <Button
        component="a"
        href={packageUrl(reportId, version.version)}
        download
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        {t('versions.package')}
      </Button>
      <details className={classes.files}>
        <summary>{t('versions.files', { count: version.files.length })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('versions.file')}</th>
              <th scope="col">{t('versions.size')}</th>
              <th scope="col">{t('versions.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {version.files.map(({ name, size, sha256 }) => (
              <tr key={name}>
                <th scope="row">
                  <a href={versionFileUrl(reportId, version.version, name)} download>
                    {name}
                  </a>
                </th>
                <td className={classes.number}>{Math.max(1, Math.round(size / 1000))}</td>
                <td>
                  <code>{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <Signatures version={version} mayPublish={mayPublish} />
    </article>
  );
}
