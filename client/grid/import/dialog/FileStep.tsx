import { Button, FileButton, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFileDrop } from '../drop/useFileDrop.ts';
import classes from './import.module.css';

/** No `accept`: a file under another name, or of another kind, gets a sentence that says what to do. */
export function FileStep({ onChoose }: { onChoose(files: readonly File[]): void }) {
  const { t } = useTranslation('imports');
  const drop = useFileDrop(onChoose);
  return (
    <div className={classes.drop} data-over={drop.isOver} {...drop.handlers}>
      <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
      <Text size="sm" maw={420} ta="center">
        {t('file.text')}
      </Text>
      <FileButton onChange={(file) => file !== null && onChoose([file])}>
        {(props) => (
          <Button {...props} data-autofocus>
            {t('file.choose')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed">
        {t('drop.kinds')}
      </Text>
    </div>
  );
}
