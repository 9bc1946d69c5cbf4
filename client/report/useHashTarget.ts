import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { scrollFirmly } from '#client/ui/scrollFirmly.ts';

/** Goes to the section that the address names, as soon as it is there: a link from another page comes before it. */
export function useHashTarget(isReady: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isReady || hash === '') return;
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target === null) return;
    scrollFirmly(() => target.scrollIntoView());
    target.focus({ preventScroll: true });
  }, [hash, isReady]);
}
