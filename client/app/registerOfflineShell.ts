/** Registers the service worker that lets a reload without a network open the page; see `public/sw.js`. */
export function registerOfflineShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch((error: unknown) => {
      // Without it the page still works; only a reload without a network does not.
      console.warn('offline shell is not available', error);
    });
  });
}
