import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ThreadId } from '#shared/api/comments.ts';

/** An address made by `threadLink` opens the comments, once: then it is the table's again. Gives the thread. */
export function useCommentsDoor(open: () => void): ThreadId | null {
  const [query, setQuery] = useSearchParams();
  const [current, setCurrent] = useState<ThreadId | null>(null);
  const isDoor = query.get('panel') === 'comments';
  const thread = query.get('thread');
  useEffect(() => {
    if (!isDoor) return;
    setCurrent(ThreadId.safeParse(thread).data ?? null);
    open();
    setQuery(
      (previous) => {
        const rest = new URLSearchParams(previous);
        rest.delete('panel');
        rest.delete('thread');
        return rest;
      },
      { replace: true },
    );
  }, [isDoor, thread, open, setQuery]);
  return current;
}
