/**
 * Lets a reload without a network open the page again: the built files, and the last answers about who
 * is signed in and what the reports are. What people typed is not here: it is in IndexedDB.
 */
const shellCache = 'zvit-shell-1';
const answersCache = 'zvit-answers-1';
/** Every address of the page is served by the same document. */
const shellKey = '/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOtherCaches().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  // Signing out takes the answers away; the files are the same for everybody.
  if (event.data === 'forget') event.waitUntil(caches.delete(answersCache));
  // Files and answers that were fetched before this worker was in charge.
  if (event.data === 'keep-shell') event.waitUntil(keepShell());
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepAnswers(event.data.keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || request.cache === 'no-store') return;
  if (request.mode === 'navigate') {
    if (!url.pathname.startsWith('/api/')) event.respondWith(fromNetworkOr(request, shellCache, shellKey));
  } else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg') {
    event.respondWith(fromCacheOr(request));
  } else if (isKeptAnswer(url.pathname)) {
    event.respondWith(fromNetworkOr(request, answersCache, url.pathname));
  }
});

function isKeptAnswer(path) {
  return path === '/api/session' || path === '/api/reports' || /^\/api\/reports\/[^/]+(\/views)?$/.test(path);
}

/** The newest there is; the copy only when there is no network. */
async function fromNetworkOr(request, cacheName, key) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const copy = await cache.match(key, { ignoreVary: true });
    if (copy) return copy;
    throw error;
  }
}

/** Built files carry a hash of their content in the name and never change. */
async function fromCacheOr(request) {
  const cache = await caches.open(shellCache);
  const copy = await cache.match(request, { ignoreVary: true });
  if (copy) return copy;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The document and every built file it may ask for later, so that each page opens without a network. */
async function keepShell() {
  const cache = await caches.open(shellCache);
  const page = await fetch(shellKey, { cache: 'no-cache' });
  if (!page.ok) return;
  await cache.put(shellKey, page);
  const manifest = await fetch('/files.json', { cache: 'no-cache' });
  if (!manifest.ok) return;
  const files = [...(await manifest.json()), '/icon.svg'];
  await Promise.all(
    files.map(async (file) => {
      if (!(await cache.match(file))) await cache.add(file);
    }),
  );
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/assets/') && !files.includes(path)) await cache.delete(request);
  }
}

async function keepAnswers(paths) {
  const cache = await caches.open(answersCache);
  for (const path of paths.filter(isKeptAnswer)) {
    const response = await fetch(path).catch(() => null);
    if (response?.ok) await cache.put(path, response);
  }
}

async function dropOtherCaches() {
  for (const name of await caches.keys()) {
    if (name !== shellCache && name !== answersCache) await caches.delete(name);
  }
}
