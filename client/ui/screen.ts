import { useSyncExternalStore } from 'react';

/**
 * Too narrow for a table, or a phone on its side. In em, so that who needs large letters gets the layout
 * that has room for them.
 */
const smallScreen = matchMedia('(max-width: 43.74em), (max-height: 31em) and (pointer: coarse)');

/** Tells the style sheets too, by `data-screen` on the root element: one limit for all. */
export function watchScreen(): void {
  const tell = () => {
    document.documentElement.dataset.screen = smallScreen.matches ? 'small' : 'wide';
  };
  smallScreen.addEventListener('change', tell);
  tell();
}

export function isSmallScreen(): boolean {
  return smallScreen.matches;
}

export function useIsSmallScreen(): boolean {
  return useSyncExternalStore(subscribe, isSmallScreen);
}

function subscribe(listener: () => void): () => void {
  smallScreen.addEventListener('change', listener);
  return () => smallScreen.removeEventListener('change', listener);
}
