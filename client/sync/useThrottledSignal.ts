import { startTransition, useEffect, useState } from 'react';
import type { Signal } from './Signal.ts';

/**
 * A signal's value for what costs more to draw than anybody can read meanwhile: at once after a pause,
 * else once in `intervalMs`, when the page has time. The last one is never lost.
 */
export function useThrottledSignal<T>(signal: Signal<T>, intervalMs: number): T {
  const [shown, setShown] = useState(() => signal.get());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;

    function show(): void {
      const value = signal.get();
      startTransition(() => setShown(() => value));
      timer = setTimeout(() => {
        timer = null;
        if (signal.get() !== value) show();
      }, intervalMs);
    }

    const stop = signal.subscribe(() => {
      if (timer === null) show();
    });
    // It may have changed since it was drawn first.
    show();
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [signal, intervalMs]);

  return shown;
}
