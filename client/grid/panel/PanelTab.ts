import type { ReactNode } from 'react';

/** What can stand in the panel beside the table. */
export const panelTabIds = ['findings', 'history', 'changes', 'comments', 'refused'] as const;
export type PanelTabId = (typeof panelTabIds)[number];

export type PanelTab = { id: PanelTabId; title: string; content: ReactNode };
