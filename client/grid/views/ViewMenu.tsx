import { Button, Menu } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkPlus,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconRestore,
  IconTrash,
  IconUsers,
  IconUsersMinus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '#shared/model/view.ts';
import { listShelves } from './listShelves.ts';
import type { ViewActions } from './useViewActions.ts';
import { ViewDeleteDialog } from './ViewDeleteDialog.tsx';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import classes from './views.module.css';

type Props = {
  actions: ViewActions;
  /** The table does not look as its view does any more. */
  isChanged: boolean;
  onOpen(view: View): void;
  /** To the table as it is by itself. */
  onReset(): void;
};

type Dialog = { kind: 'create' } | { kind: 'rename' | 'delete'; view: View };

/** «Вигляд»: the saved ways to look at the table, one's own and everybody's, and what one does with them. */
export function ViewMenu({ actions, isChanged, onOpen, onReset }: Props) {
  const { t } = useTranslation('views');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { views, current, mayPublish } = actions;
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end" width={300} returnFocus>
        <Menu.Target>
          <Button
            variant={current === null ? 'default' : 'light'}
            size="xs"
            className={classes.target ?? ''}
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={current === null ? t('menu') : t('menuCurrent', { name: current.name })}
          >
            {current === null ? t('menu') : current.name}
            {current !== null && isChanged && <span className={classes.changed}>{t('changedMark')}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.dropdown ?? ''}>
          <ViewList actions={actions} onOpen={onOpen} />
          <Menu.Divider />
          {current !== null && isChanged && actions.mayChange(current) && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              onClick={() => actions.save(current)}
            >
              {t('save', { name: current.name })}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconBookmarkPlus size={16} aria-hidden />}
            disabled={views === null}
            onClick={() => setDialog({ kind: 'create' })}
          >
            {t('saveAs')}
          </Menu.Item>
          {current !== null && actions.mayChange(current) && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setDialog({ kind: 'rename', view: current })}
              >
                {t('rename')}
              </Menu.Item>
              {mayPublish && (
                <Menu.Item
                  leftSection={
                    current.isPublished ? (
                      <IconUsersMinus size={16} aria-hidden />
                    ) : (
                      <IconUsers size={16} aria-hidden />
                    )
                  }
                  onClick={() => actions.setPublished(current, !current.isPublished)}
                >
                  {current.isPublished ? t('withdraw') : t('publish')}
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDialog({ kind: 'delete', view: current })}
              >
                {t('remove')}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconRestore size={16} aria-hidden />} onClick={onReset}>
            {t('reset')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog?.kind === 'create' && (
        <ViewNameDialog
          title={t('dialog.createTitle')}
          initialName=""
          offersPublishing={mayPublish}
          onSave={actions.create}
          onClose={close}
        />
      )}
      {dialog?.kind === 'rename' && (
        <ViewNameDialog
          title={t('dialog.renameTitle')}
          initialName={dialog.view.name}
          offersPublishing={false}
          onSave={(name) => actions.rename(dialog.view, name)}
          onClose={close}
        />
      )}
      {dialog?.kind === 'delete' && (
        <ViewDeleteDialog view={dialog.view} onDelete={() => actions.remove(dialog.view)} onClose={close} />
      )}
    </>
  );
}

function ViewList({ actions: { views, current }, onOpen }: Pick<Props, 'actions' | 'onOpen'>) {
  const { t } = useTranslation('views');
  if (views === null) return <Menu.Label>{t('unknown')}</Menu.Label>;
  if (views.length === 0) return <Menu.Label className={classes.empty ?? ''}>{t('empty')}</Menu.Label>;
  return (
    <Menu.RadioGroup
      value={current?.id ?? ''}
      onChange={(id) => {
        const view = views.find((candidate) => candidate.id === id);
        if (view !== undefined) onOpen(view);
      }}
    >
      {listShelves(views, t).map(({ label, views: shelf }) => (
        <div key={label} role="group" aria-label={label}>
          <Menu.Label>{label}</Menu.Label>
          {shelf.map((view) => (
            <Menu.RadioItem key={view.id} value={view.id} closeMenuOnClick>
              {view.name}
            </Menu.RadioItem>
          ))}
        </div>
      ))}
    </Menu.RadioGroup>
  );
}
