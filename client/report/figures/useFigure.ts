import { useCallback, useSyncExternalStore } from 'react';
import type { FigureSpec } from '#shared/figures/FigureSpec.ts';
import type { FigureValue } from '#shared/figures/FigureValue.ts';
import { useFigureFeed } from './FigureContext.tsx';

/** A figure's live value. */
export function useFigure(spec: FigureSpec | null): FigureValue {
  const feed = useFigureFeed();
  const read = useCallback(() => feed.read(spec), [feed, spec]);
  return useSyncExternalStore(feed.subscribe, read);
}
