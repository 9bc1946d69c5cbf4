import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '#client/api/ApiProblem.ts';
import { useErrorText } from '#client/api/useErrorText.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import { isErrorCode } from '#shared/errors/catalogue.ts';
import type { ExportFile } from '#shared/export/ExportFile.ts';
import { ExportProgressBar } from './ExportProgressBar.tsx';
import { type ExportUrlOptions, exportUrl } from './exportUrl.ts';
import { type ExportState, fetchExportFile } from './fetchExport.ts';
import { useFileTitle } from './useFileTitle.ts';

/** Until then nobody wonders what is going on. */
const quietMs = 1_000;

/**
 * Has the server make a file of the report, says how far it is, and saves it. A final file that is
 * refused is explained, with the draft beside it; personal data are asked about.
 */
export function useExportDocument() {
  const { t } = useTranslation('exports');
  const { structure } = useReport();
  const errorText = useErrorText();
  const fileTitle = useFileTitle();
  const [asking, setAsking] = useState(false);

  async function save(file: ExportFile, options: ExportUrlOptions = {}): Promise<void> {
    const stop = new AbortController();
    const title = t('making', { name: fileTitle(file) });
    let state: ExportState = { type: 'progress', stage: 'waiting', done: 0, total: 1 };
    let id: string | null = null;
    const draw = () => ({
      autoClose: false,
      withCloseButton: false,
      title,
      message: <ExportProgressBar name={title} state={state} onStop={() => stop.abort()} />,
    });
    const timer = setTimeout(() => {
      id = notifications.show(draw());
    }, quietMs);
    try {
      const url = exportUrl(structure.report.id, file, options);
      const { content, name } = await fetchExportFile(url, {
        signal: stop.signal,
        onState(next) {
          state = next;
          if (id !== null) notifications.update({ id, ...draw() });
        },
      });
      saveFile(content, name);
    } catch (error) {
      if (stop.signal.aborted) return;
      if (error instanceof ApiProblem && error.code === 'export.personal-data') setAsking(true);
      else refuse(file, error);
    } finally {
      clearTimeout(timer);
      if (id !== null) notifications.hide(id);
    }
  }

  function refuse(file: ExportFile, error: unknown): void {
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
                void save(file, { isDraft: true });
              }}
            >
              {t('draft')}
            </Button>
          )}
        </Stack>
      ),
    });
  }

  return {
    save,
    /** True while it has to be decided whether personal data may be published. */
    isAsking: asking,
    decide(isAccepted: boolean): void {
      setAsking(false);
      if (isAccepted) void save({ format: 'open-data' }, { isPersonalDataAccepted: true });
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
