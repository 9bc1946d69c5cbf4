import { useEffect, useRef, useState } from 'react';

/**
 * A value that follows another: at once after a pause, else once in `intervalMs`, and the last one is
 * never lost. For what costs more to draw than anybody can read in that time.
 */
export function useThrottled<T>(value: T, intervalMs: number): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (newest.current === value) return;
    newest.current = value;
    if (timer.current !== undefined) return;
    const show = (next: T) => {
      setShown(next);
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (newest.current !== next) show(newest.current);
      }, intervalMs);
    };
    show(value);
  }, [value, intervalMs]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  return shown;
}
