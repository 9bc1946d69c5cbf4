import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './EntryLayout.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** The frame of the pages one sees before being signed in. */
export function EntryLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.entry}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          {t('product')}
        </span>
        <div className={classes.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}
