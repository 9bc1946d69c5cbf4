import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommentActions } from '#client/api/comments.ts';
import { commentsLink } from '#client/app/links.ts';
import { CommentForm } from '#client/comments/CommentForm.tsx';
import classes from '#client/comments/comments.module.css';
import { ThreadCard } from '#client/comments/ThreadCard.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { can } from '#shared/access/can.ts';
import type { ThreadId } from '#shared/api/comments.ts';
import { readReportStatus } from '#shared/model/structure.ts';
import own from './textComments.module.css';
import type { PlacedThread } from './useTextPlaces.ts';
import type { TextTarget } from './useTextTarget.ts';

type Props = {
  placed: readonly PlacedThread[];
  target: TextTarget | null;
  /** Another number each time somebody wants to write. */
  asked: number;
  current: ThreadId | null;
  onShow(thread: PlacedThread): void;
  onClose(): void;
};

/** Beside the text: what is said about its paragraphs and figures, in the order of the text. */
export function TextComments({ placed, target, asked, current, onShow, onClose }: Props) {
  const { t } = useTranslation('comments');
  const { structure, actor } = useReport();
  const reportId = structure.report.id;
  const actions = useCommentActions(reportId);
  const shown = placed.filter(({ thread }) => thread.resolved === null || thread.id === current);
  return (
    <aside
      className={own.panel}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={classes.head}>
        <div className={own.top}>
          <h2 className={own.title}>{t('title')}</h2>
          <Button component={Link} to={commentsLink(reportId)} size="compact-xs" variant="subtle">
            {t('all')}
          </Button>
          <ActionIcon variant="subtle" color="gray" onClick={onClose} aria-label={t('text.close')}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
        {!can(actor, { action: 'comment.write', reportId, reportStatus: readReportStatus(structure.report) })
          .allowed ? (
          <p className={classes.removed}>{t('form.readOnly')}</p>
        ) : target === null ? (
          <p className={classes.about}>{t('text.choose')}</p>
        ) : (
          <>
            <p className={classes.about}>
              {target.place.kind === 'figure'
                ? t('text.aboutFigure', { words: target.shown })
                : t('text.about', { words: target.words })}
            </p>
            <CommentForm
              key={`${target.place.block}/${asked}`}
              draft={`new/${target.place.block}`}
              label={t('form.new')}
              button={t('form.send')}
              autoFocus={asked > 0}
              onSend={(request) =>
                actions.begin({ place: target.place, shown: target.shown.slice(0, 500), ...request })
              }
            />
          </>
        )}
      </div>
      <div className={classes.scroll}>
        {shown.length === 0 && <p className={classes.note}>{t('none')}</p>}
        <ul className={classes.list}>
          {shown.map((one) => (
            <li key={one.thread.id}>
              <ThreadCard thread={one.thread} isCurrent={one.thread.id === current}>
                <Place placed={one} onShow={() => onShow(one)} />
              </ThreadCard>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

function Place({ placed: { thread, place, line }, onShow }: { placed: PlacedThread; onShow(): void }) {
  const { t } = useTranslation('comments');
  const quote = typeof thread.quote === 'string' ? thread.quote : '';
  const words = (place.kind === 'figure' ? quote : thread.title).replaceAll('\uFFFC', '…').slice(0, 120);
  if (line === null) {
    return (
      <p className={classes.gone}>
        <IconAlertTriangle size={15} aria-hidden />
        {t(place.kind === 'figure' ? 'place.figureGone' : 'place.paragraphGone', { words })}
      </p>
    );
  }
  return (
    <>
      <p className={classes.quote}>
        {place.kind === 'figure' ? t('place.figureWas', { words }) : t('place.paragraph', { words })}
      </p>
      {line !== undefined && (
        <p>
          <Button size="compact-xs" variant="subtle" px={0} onClick={onShow}>
            {t('place.show')}
          </Button>
        </p>
      )}
    </>
  );
}
