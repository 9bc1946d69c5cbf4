import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { apiFile, buildPath } from '#client/api/client.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import { exportFormats } from '#shared/export/exportFormats.ts';

/** Files of the whole report: those that are read, and those that are published. */
export const documentFormats = ['docx', 'pdf', 'html', 'markdown', 'open-data'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

type Options = { isDraft?: boolean; isPersonalDataAccepted?: boolean };

/**
 * Has the server make a file of the report, says that it is being made, and saves it. A final file that
 * is refused is explained, with the draft beside it; personal data are asked about.
 */
export function useExportDocument() {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);

  async function save(format: DocumentFormat, options: Options = {}): Promise<void> {
    const stop = new AbortController();
    const id = notifications.show({
      loading: true,
      autoClose: false,
      withCloseButton: false,
      title: t('making', { name: t(`format.${format}`) }),
      message: (
        <Button size="compact-sm" variant="default" onClick={() => stop.abort()}>
          {t('stop')}
        </Button>
      ),
    });
    try {
      const { content, fileName } = await apiFile(buildUrl(format, options), { signal: stop.signal });
      saveFile(content, fileName ?? format);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (error instanceof ApiProblem && error.code === 'export.personal-data') setAsking(true);
      else refuse(format, error);
    } finally {
      notifications.hide(id);
    }
  }

  function refuse(format: DocumentFormat, error: unknown): void {
    const hasDraft =
      error instanceof ApiProblem && isErrorCode(error.code) && error.code.startsWith('export.');
    const id = notifications.show({
      title: t('refused'),
      color: 'red',
      autoClose: false,
      message: (
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{errorText(error)}</Text>
          {hasDraft && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                void save(format, { isDraft: true });
              }}
            >
              {t('draft')}
            </Button>
          )}
        </Stack>
      ),
    });
  }

  function buildUrl(format: DocumentFormat, { isDraft, isPersonalDataAccepted }: Options): string {
    const query = new URLSearchParams();
    if (isDraft === true) query.set('draft', 'true');
    if (isPersonalDataAccepted === true) query.set('personalData', 'accepted');
    const path = buildPath(exportFormats[format].path, { reportId: structure.report.id });
    return query.size === 0 ? path : `${path}?${query}`;
  }

  return {
    save,
    /** True while it has to be decided whether personal data may be published. */
    isAsking: asking,
    decide(isAccepted: boolean): void {
      setAsking(false);
      if (isAccepted) void save('open-data', { isPersonalDataAccepted: true });
    },
  };
}

function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
