import { Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { apiFetch } from '#client/api/client.ts';
import { decodeText } from '#client/grid/import/reading/csv/decodeText.ts';
import { FormError } from '#client/signin/FormError.tsx';
import type { ImportAnswer } from '#shared/api/structure.ts';
import { ImportPreview } from './ImportPreview.tsx';

type Props<A extends ImportAnswer> = {
  /** Address that takes an ImportRequest, with what is `extra` beside it. */
  path: string;
  extra?: Readonly<Record<string, unknown>>;
  answer: z.ZodType<A>;
  title: string;
  /** What the columns are. */
  hint: string;
  /** What is chosen before the file. */
  children?: ReactNode;
  onWritten: (answer: A) => Promise<unknown>;
  onClose: () => void;
};

/** Looks at what a CSV file would do, then does it. */
export function ImportDialog<A extends ImportAnswer>(props: Props<A>) {
  const { path, extra, answer, title, hint, children, onWritten, onClose } = props;
  const { t } = useTranslation(['structure', 'common']);
  const [file, setFile] = useState<File | null>(null);
  const [csv, setCsv] = useState('');
  const send = (text: string, basis: string | null) =>
    apiFetch(path, answer, { method: 'POST', body: { ...extra, csv: text, basis } });
  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const { text } = decodeText(new Uint8Array(await chosen.arrayBuffer()));
      setCsv(text);
      return send(text, null);
    },
  });
  const write = useMutation({
    mutationFn: (basis: string) => send(csv, basis),
    onSuccess: async (written) => {
      await onWritten(written);
      if (written.isWritten) onClose();
    },
  });
  const seen = look.data;
  const isReady = seen !== undefined && seen.problemCount === 0 && seen.added.count + seen.changed.count > 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={title}>
      <Stack gap="md">
        {children}
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
