import { Button, Portal, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from './Work.ts';
import classes from './WorkProgress.module.css';

/** Where Escape takes back something smaller first. */
const ownEscape = '[role="dialog"], [role="menu"], [data-editor]';

/** Long work: how far it is, in a bar and a number, and a way to stop it. The table stays usable. */
export function WorkProgress({ work }: { work: Work }) {
  const { t } = useTranslation('work');
  const { kind, step, done, total, stop } = work;
  const counts = { done, total };
  const text = step === 'writing' ? t(`writing.${kind}`, counts) : t(done === 0 ? 'reading' : step, counts);

  // Before the table, where Escape leaves it.
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.code !== 'Escape' || event.isComposing) return;
      if (target instanceof Element && target.closest(ownEscape) !== null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      stop();
    };
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, [stop]);

  return (
    <Portal>
      <section className={classes.progress} aria-label={text}>
        <span className={classes.text}>{text}</span>
        <Progress
          className={classes.bar}
          value={total === 0 ? 100 : Math.floor((done / total) * 100)}
          animated={total === 0}
          aria-label={text}
        />
        <Button size="compact-xs" variant="default" onClick={stop}>
          {t('stop')}
        </Button>
      </section>
    </Portal>
  );
}
