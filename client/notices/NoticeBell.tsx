import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMarkNotices, useNotices } from '#client/api/notices.ts';
import { pagePaths } from '#client/app/links.ts';
import { NoticeItem } from './NoticeItem.tsx';
import classes from './notices.module.css';

/** How much is unread, and on a press what it is. */
export function NoticeBell() {
  const { t } = useTranslation('notices');
  const list = useNotices();
  const mark = useMarkNotices();
  const [isOpen, setOpen] = useState(false);
  const unread = list?.unreadCount ?? 0;
  const label = unread === 0 ? t('title') : `${t('title')}, ${t('unread', { count: unread })}`;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={380} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          className={classes.bell}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBell size={21} stroke={1.6} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('title')}>
        <div className={classes.head}>
          <h2 className={classes.title}>{t('title')}</h2>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={unread === 0}
            onClick={() => mark({ ids: null, isRead: true })}
          >
            {t('readAll')}
          </Button>
        </div>
        {list !== undefined && list.notices.length === 0 && <p className={classes.none}>{t('none')}</p>}
        <ul className={classes.list} tabIndex={-1}>
          {list?.notices.map((notice) => (
            <NoticeItem
              key={notice.id}
              notice={notice}
              onRead={(isRead) => mark({ ids: [notice.id], isRead })}
              onGo={() => {
                setOpen(false);
                if (!notice.isRead) mark({ ids: [notice.id], isRead: true });
              }}
            />
          ))}
        </ul>
        <div className={classes.foot}>
          <Link to={pagePaths.profile} onClick={() => setOpen(false)}>
            {t('choose')}
          </Link>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
