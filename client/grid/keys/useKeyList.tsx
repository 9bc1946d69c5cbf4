import { type ReactNode, useMemo, useState } from 'react';
import type { CommandHandlers } from '../commands/CommandHandlers.ts';
import { KeyList } from './KeyList.tsx';

/** The list of keys, opened by its own key or by a button. */
export function useKeyList(): {
  dialog: ReactNode;
  open(): void;
  handlers: Pick<CommandHandlers, 'showKeys'>;
} {
  const [isOpen, setOpen] = useState(false);
  const handlers = useMemo(
    () => ({
      showKeys() {
        setOpen(true);
        return true;
      },
    }),
    [],
  );
  return {
    dialog: <KeyList isOpen={isOpen} onClose={() => setOpen(false)} />,
    open: () => setOpen(true),
    handlers,
  };
}
