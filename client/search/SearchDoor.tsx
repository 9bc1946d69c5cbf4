import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ReportId } from '#shared/model/ids.ts';
import { isSearchKey, isTypedInto } from './isSearchKey.ts';

// Nobody waits for what is asked for a few times a day.
const load = () => import('./SearchDialog.tsx');
const SearchDialog = lazy(() => load().then((module) => ({ default: module.SearchDialog })));

const preloadMs = 3_000;

/** The search over everything one may see: a button of the bar, Ctrl+K anywhere, / where nobody types. */
export function SearchDoor() {
  const { t } = useTranslation('search');
  const report = ReportId.safeParse(useParams().reportId);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const opener = useRef<Element | null>(null);
  const open = useCallback(() => {
    opener.current = document.activeElement;
    // What is typed before the dialog is here must not land in a cell.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(true);
  }, []);

  useEffect(() => {
    // Ahead of the first use, when the page itself is done. Offline there is no search either.
    const timer = setTimeout(() => void load().catch(() => undefined), preloadMs);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isSearchKey(event, isTypedInto(event.target))) return;
      // A dialog has its own business, this one included.
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    // Before a table or a text takes the key for itself.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [open]);

  /** `isGone`: a result was followed, and the focus is where that leads. */
  const close = useCallback((isGone: boolean) => {
    setOpen(false);
    if (isGone) return;
    requestAnimationFrame(() => {
      const target = opener.current;
      if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus();
      else button.current?.focus();
    });
  }, []);

  return (
    <>
      <Tooltip label={t('hint')}>
        <ActionIcon
          ref={button}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('open')}
          aria-keyshortcuts="Control+K"
          aria-haspopup="dialog"
          onClick={open}
        >
          <IconSearch size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog report={report.success ? report.data : null} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
