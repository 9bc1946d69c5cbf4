import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useThreads } from '#client/api/comments.ts';
import { findLine, type MarkedLine, markComments } from '#client/report/text/commentMarks.ts';
import type { Writing } from '#client/report/text/useWriting.tsx';
import { useReport } from '#client/sync/ReportContext.tsx';
import { scrollFirmly } from '#client/ui/scrollFirmly.ts';
import { ThreadId } from '#shared/api/comments.ts';
import type { DirectionId } from '#shared/model/ids.ts';
import { TextComments } from './TextComments.tsx';
import { type PlacedThread, useTextPlaces } from './useTextPlaces.ts';
import { useTextTarget } from './useTextTarget.ts';

/** Comments on the text: the button, the panel, and the marks where they stand. Ctrl+Alt+M writes one. */
export function useTextComments(writing: Pick<Writing, 'editors'>): {
  button: ReactNode;
  panel: ReactNode;
  /** For the element round the texts. */
  around: { onClick(event: MouseEvent): void; onKeyDown(event: KeyboardEvent): void };
} {
  const { t } = useTranslation('comments');
  const { structure } = useReport();
  const { editors } = writing;
  const { threads } = useThreads(structure.report.id);
  const placed = useTextPlaces(threads);
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const { target, onClick } = useTextTarget(writing, isOpen);
  const openCount = placed.filter(({ thread }) => thread.resolved === null).length;

  useEffect(() => {
    for (const [directionId, editor] of editors) {
      if (!editor.isDestroyed)
        markComments(
          editor.view,
          buildMarks(placed, directionId, (count) => t('mark', { count })),
        );
    }
  }, [editors, placed, t]);

  const show = useCallback(
    ({ place, line }: PlacedThread): boolean => {
      const editor = editors.get(place.directionId);
      if (editor === undefined || editor.isDestroyed || !line) return false;
      const range = findLine(editor.state.doc, line);
      const dom = range === null ? null : editor.view.nodeDOM(range.from);
      if (!(dom instanceof HTMLElement)) return false;
      scrollFirmly(() => dom.scrollIntoView({ block: 'center' }));
      return true;
    },
    [editors],
  );

  // A link to a thread opens it beside its place, once that is here.
  const [query, setQuery] = useSearchParams();
  const wanted = ThreadId.safeParse(query.get('thread')).data ?? null;
  const [current, setCurrent] = useState<ThreadId | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    setOpen(true);
    setCurrent(wanted);
    const thread = placed.find((one) => one.thread.id === wanted);
    if (thread === undefined || thread.line === undefined) return;
    if (thread.line !== null && !show(thread)) return;
    setQuery(
      (previous) => {
        const rest = new URLSearchParams(previous);
        rest.delete('thread');
        return rest;
      },
      { replace: true },
    );
  }, [wanted, placed, show, setQuery]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setOpen(true);
    setAsked((count) => count + 1);
  };

  return {
    button: (
      <Button
        mt={16}
        variant="default"
        size="xs"
        aria-expanded={isOpen}
        title="Ctrl+Alt+M"
        leftSection={<IconMessage size={16} aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {t('text.open', { count: openCount })}
      </Button>
    ),
    panel: isOpen && (
      <TextComments
        placed={placed}
        target={target}
        asked={asked}
        current={current}
        onShow={show}
        onClose={() => setOpen(false)}
      />
    ),
    around: { onClick, onKeyDown },
  };
}

/** One mark for each place, however many threads it has; of those that are not resolved. */
function buildMarks(
  placed: readonly PlacedThread[],
  directionId: DirectionId,
  say: (count: number) => string,
): MarkedLine[] {
  const marks = new Map<string, MarkedLine & { count: number }>();
  for (const { thread, place, line } of placed) {
    if (!line || thread.resolved !== null || place.directionId !== directionId) continue;
    const name = `${line.path.join()}/${line.figure ?? ''}`;
    const count =
      (marks.get(name)?.count ?? 0) + thread.comments.filter(({ deletedAt }) => deletedAt === null).length;
    if (count > 0) marks.set(name, { ...line, count, text: say(count) });
  }
  return [...marks.values()];
}
