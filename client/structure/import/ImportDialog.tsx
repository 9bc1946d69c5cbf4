import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiFetch } from '#client/api/client.ts';
import { decodeText } from '#client/grid/import/reading/csv/decodeText.ts';
import { FormError } from '#client/signin/FormError.tsx';
import { ImportAnswer } from '#shared/api/structure.ts';
import { ImportPreview } from './ImportPreview.tsx';

type Props = {
  /** Address that takes an ImportRequest. */
  path: string;
  title: string;
  /** What the columns are. */
  hint: string;
  onWritten: () => Promise<unknown>;
  onClose: () => void;
};

/** Looks at what a CSV file would do, then does it. */
export function ImportDialog({ path, title, hint, onWritten, onClose }: Props) {
  const { t } = useTranslation(['structure', 'common']);
  const [file, setFile] = useState<File | null>(null);
  const [csv, setCsv] = useState('');
  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const { text } = decodeText(new Uint8Array(await chosen.arrayBuffer()));
      setCsv(text);
      return send(path, text, null);
    },
  });
  const write = useMutation({
    mutationFn: (basis: string) => send(path, csv, basis),
    onSuccess: async ({ isWritten }) => {
      await onWritten();
      if (isWritten) onClose();
    },
  });
  const seen = look.data;
  const isReady = seen !== undefined && seen.problemCount === 0 && seen.added.count + seen.changed.count > 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={title}>
      <Stack gap="md">
        <FileInput
          label={t('import.file')}
          description={hint}
          placeholder={t('import.choose')}
          accept=".csv,text/csv"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            write.reset();
            if (chosen === null) look.reset();
            else look.mutate(chosen);
          }}
        />
        {seen !== undefined && <ImportPreview seen={seen} />}
        {seen !== undefined && seen.problemCount === 0 && !isReady && (
          <Text size="sm">{t('import.nothing')}</Text>
        )}
        <FormError error={look.error ?? write.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={!isReady}
            loading={look.isPending || write.isPending}
            onClick={() => seen !== undefined && write.mutate(seen.basis)}
          >
            {t('import.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function send(path: string, csv: string, basis: string | null): Promise<ImportAnswer> {
  return apiFetch(path, ImportAnswer, { method: 'POST', body: { csv, basis } });
}
