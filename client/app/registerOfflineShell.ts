const calmMs = 4_000;

/** Registers the service worker that lets a reload without a network open the page; see `public/sw.js`. */
export function registerOfflineShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Not beside the page's own files and rows: it fetches every file of every page.
  setTimeout(() => void register(), calmMs);
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage('keep-shell');
  } catch {
    // Without it the page still works; only a reload without a network does not.
  }
}

/** Has the answers that a page needs to open kept for a reload without a network. */
export async function keepForOffline(paths: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // On a first visit the worker is still being installed.
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: paths });
}

/** Takes the kept answers away: the next person at this computer is somebody else. */
export function forgetOfflineAnswers(): void {
  navigator.serviceWorker?.controller?.postMessage('forget');
}
