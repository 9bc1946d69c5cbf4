import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { unparse } from 'papaparse';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagePaths } from '#client/app/links.ts';
import { useFormatTime } from '#client/i18n/useFormatTime.ts';
import type { PeopleImportAnswer } from '#shared/api/peopleImport.ts';

type Props = { links: PeopleImportAnswer['links']; onClose: () => void };

/** Links just made for many people, to be taken along as a list now or never. */
export function NewLinks({ links, onClose }: Props) {
  const { t } = useTranslation('people');
  const formatTime = useFormatTime();
  const [isTaken, setTaken] = useState(false);
  const download = () => {
    const lines = links.map(({ login, name, secret, expiresAt }) => [
      name,
      login,
      `${location.origin}${pagePaths.join}#${secret}`,
      formatTime(expiresAt),
    ]);
    // As Ukrainian Excel opens it; a name that begins as a formula does is none.
    const head = [t('columns.name'), t('columns.login'), t('columns.link'), t('columns.until')];
    const csv = unparse([head, ...lines], { delimiter: ';', escapeFormulae: true });
    const address = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = t('fileName');
    anchor.click();
    URL.revokeObjectURL(address);
    setTaken(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('links.title', { count: links.length })}
      // Past the dialog by a slip of the hand, and every link would have to be made anew.
      closeOnClickOutside={isTaken}
      closeOnEscape={isTaken}
    >
      <Stack gap="md">
        <Text size="sm">{t('links.text')}</Text>
        <Text size="sm">{t('links.once')}</Text>
        <Text size="sm" role="status">
          {isTaken && t('links.taken')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(isTaken ? 'links.done' : 'links.leave')}
          </Button>
          <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={download} data-autofocus>
            {t('links.download')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
