import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoticeBell } from '#client/notices/NoticeBell.tsx';
import { SearchDoor } from '#client/search/SearchDoor.tsx';
import type { Actor } from '#shared/model/user.ts';
import { pagePaths } from './links.ts';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu.tsx';

type Props = {
  actor: Actor;
  /** Beside the product's name: what is open. */
  title?: ReactNode;
  tabs?: ReactNode;
  /** Left of the user's menu: state, people, export. */
  side?: ReactNode;
  /** Between the bar and the page: what holds on every page. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The frame of every page for signed-in people. */
export function Shell({ actor, title, tabs, side, notice, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.shell}>
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        <Link className={classes.brand} to={pagePaths.home}>
          <img src="/icon.svg" alt={title === undefined ? '' : t('allReports')} />
          {title === undefined && t('product')}
        </Link>
        {title}
        {tabs !== undefined && <div className={classes.tabRow}>{tabs}</div>}
        <div className={classes.side}>
          {side}
          <SearchDoor />
          <NoticeBell />
          <UserMenu actor={actor} />
        </div>
      </header>
      {notice}
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
