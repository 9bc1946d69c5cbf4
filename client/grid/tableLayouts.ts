import { lazyPage } from '#client/app/lazyPage.tsx';
import { isSmallScreen } from '#client/ui/screen.ts';

/** Each comes alone: a phone has no use for the grid, and a wide screen none for the cards. */
export const tableLayouts = {
  wide: lazyPage(async () => (await import('./GridPage.tsx')).GridPage),
  small: lazyPage(async () => (await import('./small/SmallTablePage.tsx')).SmallTablePage),
};

/** Fetches the layout that this screen will ask for, beside the page that chooses it. */
export function preloadTableLayout(): Promise<unknown> {
  return tableLayouts[isSmallScreen() ? 'small' : 'wide'].preload();
}
