import { useEffect, useRef, useState } from 'react';

/**
 * A value that follows another at most once in `intervalMs`, the last one never lost. For what costs
 * more to draw than anybody can read in that time.
 */
export function useThrottled<T>(value: T, intervalMs: number): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    newest.current = value;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(newest.current);
    }, intervalMs);
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
