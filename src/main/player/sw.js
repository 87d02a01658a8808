/**
 * Keeps the site for when there is no network. Pages come from the network first, so that nobody
 * reads an old one while there is a new one; what is kept is shown when the network fails or lets
 * the reader wait. Only pages, scripts, styles and pictures are kept: no film, no recording, no download, no package.
 *
 * BUILD and FILES are written by the build: a digest of what it made, and the files by course.
 */
'use strict';

const PATIENCE = 4000;
/** What is no page, although a browser goes there: downloads, films, files to take along. */
const NOT_KEPT = /\.(zip|pdf|csv|json|txt|docx|xlsx|pptx|od[tsp]|mp[34]|m4a|webm)$/;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const FAMILY = 'rebound ' + scope + ' ';
const NAME = FAMILY + BUILD;

function address(file) {
  return new URL(file, scope).href;
}

/** The kept name of an address: without its query, and a folder as its index page. */
function plain(url) {
  const found = new URL(url);
  return found.origin + found.pathname.replace(/\/$/, '/index.html');
}

function courseOf(url) {
  return Object.keys(FILES).find((course) => course && plain(url).startsWith(address(course + '/')));
}

const known = new Set();
Object.keys(FILES).forEach((course) => FILES[course].forEach((file) => known.add(address(file))));

async function keep(cache, urls) {
  for (const url of urls) {
    if (!(await cache.match(url))) {
      const fresh = await fetch(url, { cache: 'no-cache' });
      if (fresh.ok) {
        await cache.put(url, fresh);
      }
    }
  }
}

/** A new build takes over what the former one had kept, anew; until then the former one stays. */
async function install() {
  const cache = await caches.open(NAME);
  const urls = new Set(FILES[''].map(address));
  for (const name of await caches.keys()) {
    if (name.startsWith(FAMILY) && name !== NAME) {
      const former = await caches.open(name);
      (await former.keys()).forEach((request) => known.has(request.url) && urls.add(request.url));
    }
  }
  await keep(cache, urls);
  await worker.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && name !== NAME).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page for no network stands in place of any other: its addresses lead from the site's first page wherever it is shown. */
async function elsewhere(page) {
  const text = await page.text();
  const whole = text.replace(/ (href|src)="(?![a-z]+:|#|")/g, (start) => start + scope);
  return new Response(whole, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

async function answer(request) {
  const cache = await caches.open(NAME);
  const url = plain(request.url);
  const kept = await cache.match(url);
  const network = fetch(request).then((fresh) => {
    if (fresh.ok && !fresh.redirected) {
      return cache.put(url, fresh.clone()).then(() => fresh, () => fresh);
    }
    return fresh;
  });
  if (!kept) {
    return network.catch((offline) => {
      if (request.mode === 'navigate') {
        return cache.match(address('offline.html')).then((page) => (page ? elsewhere(page) : Promise.reject(offline)));
      }
      throw offline;
    });
  }
  const waited = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([network.then((fresh) => (fresh.status < 500 ? fresh : kept), () => kept), waited]);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  const course = event.data && event.data.keep ? courseOf(event.data.keep) : null;
  // Not every browser tells.
  const connection = /** @type {{connection?: {saveData: boolean}}} */ (worker.navigator).connection;
  const saving = connection && connection.saveData;
  if (course && !saving) {
    event.waitUntil(caches.open(NAME).then((cache) => keep(cache, FILES[course].map(address))).catch(() => {}));
  }
});
worker.addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method === 'GET' && (known.has(plain(request.url)) || (request.mode === 'navigate' && request.url.startsWith(scope) && !NOT_KEPT.test(plain(request.url))))) {
    event.respondWith(answer(request));
  }
});
