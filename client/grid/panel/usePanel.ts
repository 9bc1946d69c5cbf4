import { useSessionStorage } from '@mantine/hooks';
import { useCallback, useMemo, useRef } from 'react';
import { type PanelTabId, panelTabIds } from './PanelTab.ts';

export type Panel = {
  /** The tab that is shown; null while the panel is closed. */
  tab: PanelTabId | null;
  open(tab: PanelTabId): void;
  /** The focus goes back to where it was when the panel was opened, or else to where `goBack` puts it. */
  close(): void;
};

/** The panel beside the table: which of its tabs is open, in this tab of the browser, for both tables. */
export function usePanel(goBack: () => void): Panel {
  const [tab, setTab] = useSessionStorage<PanelTabId | null>({
    key: 'zvit.panel',
    defaultValue: null,
    getInitialValueInEffect: false,
    deserialize: (text) => panelTabIds.find((id) => id === text) ?? null,
    serialize: (id) => id ?? '',
  });
  const opener = useRef<Element | null>(null);

  const open = useCallback(
    (next: PanelTabId) => {
      if (tab === null) opener.current = document.activeElement;
      setTab(next);
    },
    [tab, setTab],
  );
  const close = useCallback(() => {
    setTab(null);
    const target = opener.current;
    if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus();
    else goBack();
  }, [setTab, goBack]);
  return useMemo(() => ({ tab, open, close }), [tab, open, close]);
}
