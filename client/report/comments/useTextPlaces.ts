import { useEffect, useState } from 'react';
import type { LinePlace } from '#client/report/text/commentMarks.ts';
import { useReport } from '#client/sync/ReportContext.tsx';
import type { ThreadAnswer } from '#shared/api/comments.ts';
import { isRowPlace, type TextPlace } from '#shared/comments/CommentPlace.ts';
import { findTextBlock, listTextBlocks } from '#shared/narrative/textBlocks.ts';

/** A thread about a text, and where that is now; null when it is gone, undefined while the text arrives. */
export type PlacedThread = { thread: ThreadAnswer; place: TextPlace; line: LinePlace | null | undefined };

/** Reading hundreds of pages at each key would hold the keys up. */
const quietMs = 400;

/** Where the threads about texts stand, in the order of the report. */
export function useTextPlaces(threads: readonly ThreadAnswer[]): readonly PlacedThread[] {
  const { session, structure } = useReport();
  const [placed, setPlaced] = useState<readonly PlacedThread[]>([]);

  useEffect(() => {
    const about = threads.flatMap((thread) =>
      isRowPlace(thread.place) ? [] : [{ thread, place: thread.place }],
    );
    const views = structure.directions
      .filter(({ id }) => about.some(({ place }) => place.directionId === id))
      .map(({ id }) => ({ id, view: session.narrative(id) }));
    let timer: ReturnType<typeof setTimeout> | null = null;

    function place(): void {
      timer = null;
      const next: PlacedThread[] = [];
      for (const { id, view } of views) {
        const { doc, isLoaded } = view.get();
        const own = about.filter((one) => one.place.directionId === id);
        const blocks = isLoaded ? listTextBlocks(doc) : null;
        const lines = own.map((one) => ({ ...one, line: blocks === null ? undefined : locate(one, blocks) }));
        next.push(...lines.sort(compareLines));
      }
      setPlaced(next);
    }

    const soon = () => {
      timer ??= setTimeout(place, quietMs);
    };
    const stops = views.map(({ view }) => {
      let { doc } = view.get();
      doc.on('update', soon);
      const stop = view.subscribe(() => {
        doc.off('update', soon);
        ({ doc } = view.get());
        doc.on('update', soon);
        soon();
      });
      return () => {
        stop();
        doc.off('update', soon);
      };
    });
    place();
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [threads, session, structure]);

  return placed;
}

function locate(
  { thread, place }: Pick<PlacedThread, 'thread' | 'place'>,
  blocks: ReturnType<typeof listTextBlocks>,
): LinePlace | null {
  const block = findTextBlock(blocks, place.block, thread.title);
  if (block === null) return null;
  if (place.kind === 'paragraph') return { path: block.path, figure: null };
  // Written anew, a line keeps its figures in their order only as far as anybody can tell: one is clear.
  const figure = block.figures.indexOf(place.block);
  if (figure >= 0) return { path: block.path, figure };
  return block.figures.length === 1 ? { path: block.path, figure: 0 } : null;
}

/** What is gone stands last. */
function compareLines({ line: a }: PlacedThread, { line: b }: PlacedThread): number {
  if (!a || !b) return Number(!a) - Number(!b);
  for (const [index, step] of a.path.entries()) {
    const other = b.path[index];
    if (other === undefined) return 1;
    if (step !== other) return step - other;
  }
  return 0;
}
