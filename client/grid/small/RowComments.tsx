import { ActionIcon, Drawer, Indicator, NativeSelect } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#shared/model/rows.ts';
import { CellCommentsPanel } from '../comments/CellCommentsPanel.tsx';
import { useCommentsDoor } from '../comments/useCommentsDoor.ts';
import { type FieldSpec, numberColumn } from '../fields.ts';
import type { GridWords } from '../GridWords.ts';
import classes from './small.module.css';

type Props = {
  row: Row;
  specs: readonly FieldSpec[];
  words: GridWords;
  /** Open comments about the row and its cells. */
  count: number;
};

/** What is said about a row and its cells, over the whole screen; a link to a thread opens it. */
export function RowComments({ row, specs, words, count }: Props) {
  const { t } = useTranslation(['comments', 'findings']);
  const [isOpen, setOpen] = useState(false);
  /** All that is said of the row, until one asks for one of its cells. */
  const [column, setColumn] = useState<string>(numberColumn);
  const current = useCommentsDoor(
    useCallback(() => {
      setColumn(numberColumn);
      setOpen(true);
    }, []),
  );
  const label = count === 0 ? t('open') : `${t('title')}: ${t('mark', { count })}`;
  return (
    <>
      <Indicator
        disabled={count === 0}
        label={count}
        size={16}
        offset={6}
        classNames={{ indicator: classes.count ?? '' }}
      >
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setOpen(true)}>
          <IconMessage size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Indicator>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="100dvh"
        title={t('title')}
        closeButtonProps={{ 'aria-label': t('findings:panel.close') }}
        styles={{
          content: { display: 'flex', flexDirection: 'column' },
          body: { flex: 1, minHeight: 0, padding: 0 },
        }}
      >
        <CellCommentsPanel
          cell={{ row, column }}
          asked={0}
          current={current}
          chooser={
            <NativeSelect
              aria-label={t('scope.label')}
              value={column}
              onChange={(event) => setColumn(event.currentTarget.value)}
              data={[
                { value: numberColumn, label: t('place.row') },
                ...specs.map(({ field }) => ({ value: field, label: words.columnTitle(field) })),
              ]}
            />
          }
        />
      </Drawer>
    </>
  );
}
