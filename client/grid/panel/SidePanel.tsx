import { ActionIcon, Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PanelResizer, usePanelWidth } from './PanelResizer.tsx';
import type { PanelTab, PanelTabId } from './PanelTab.ts';
import classes from './SidePanel.module.css';

type Props = {
  tabs: readonly PanelTab[];
  active: PanelTabId;
  onActive(tab: PanelTabId): void;
  onClose(): void;
};

/** Stands right of the table, which gives it the room: it covers no cell. Takes the focus when it appears. */
export function SidePanel({ tabs, active, onActive, onClose }: Props) {
  const { t } = useTranslation('findings');
  const [width, setWidth] = usePanelWidth();
  const panel = useRef<HTMLElement>(null);

  useEffect(() => panel.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(), []);

  const handleKey = (event: KeyboardEvent) => {
    // A list that is open in the panel closes first, and says so.
    if (event.code !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };

  return (
    <aside
      ref={panel}
      className={classes.panel}
      style={{ width }}
      aria-label={t('panel.label')}
      onKeyDown={handleKey}
    >
      <PanelResizer width={width} onWidth={setWidth} />
      <Tabs
        value={active}
        onChange={(id) => onActive(tabs.find((tab) => tab.id === id)?.id ?? active)}
        keepMounted={false}
        classNames={{ root: classes.tabs, list: classes.list, tab: classes.tab, panel: classes.content }}
      >
        {/* Not among the tabs: it is none. */}
        <div className={classes.head}>
          <Tabs.List>
            {tabs.map(({ id, title }) => (
              <Tabs.Tab key={id} value={id}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <ActionIcon
            className={classes.close}
            variant="subtle"
            color="gray"
            onClick={onClose}
            aria-label={t('panel.close')}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
        {tabs.map(({ id, content }) => (
          <Tabs.Panel key={id} value={id}>
            {content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </aside>
  );
}
