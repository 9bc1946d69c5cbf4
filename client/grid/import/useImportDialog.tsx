import { type ReactNode, useCallback, useState } from 'react';
import type { GridTools } from '../commands/GridTools.ts';
import { ImportDialog } from './dialog/ImportDialog.tsx';
import { useImport } from './dialog/useImport.tsx';

export type ImportEntry = {
  /** Opens the dialog, with files that somebody has dropped. */
  open(files?: readonly File[]): void;
  dialog: ReactNode;
};

/** The import of one table, from wherever it is begun. Does nothing for somebody who may write nowhere. */
export function useImportDialog(
  tools: Pick<GridTools, 'table' | 'grid' | 'words' | 'writable'>,
): ImportEntry {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const flow = useImport(tools, close);
  const { writable } = tools;
  return {
    open(files = []) {
      if (writable.length === 0) return;
      flow.reset();
      setOpen(true);
      flow.choose(files);
    },
    dialog: isOpen && (
      <ImportDialog
        tools={tools}
        flow={flow}
        onClose={() => {
          flow.reset();
          close();
        }}
      />
    ),
  };
}
