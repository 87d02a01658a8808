// Lighthouse on pages of ../../site, served gzipped on this machine. Build first: ./rebound build
//   npm ci && node run.mjs [page…]
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const site = fileURLToPath(new URL('../../site/', import.meta.url));
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', json: 'application/json' };
const pages = process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['service-recovery/bounce.html', 'service-recovery/quiz-bounce.html'];

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname.slice(1)) || 'index.html';
  try {
    const body = gzipSync(await readFile(site + path));
    response.writeHead(200, {
      'content-type': types[path.split('.').pop()] || 'application/octet-stream',
      'content-encoding': 'gzip',
      'cache-control': 'max-age=31536000'
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}/`;
for (const page of pages) {
  // A new browser for each: what the last page stored must not make this one a second visit.
  const chrome = await launch({ chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'] });
  const { lhr } = await lighthouse(base + page, { port: chrome.port, output: 'json', logLevel: 'error' });
  const scores = Object.values(lhr.categories).map((it) => `${it.title} ${Math.round(it.score * 100)}`);
  const bytes = lhr.audits['total-byte-weight'].numericValue;
  console.log(`${page}: ${scores.join(', ')}; ${Math.round(bytes / 102.4) / 10} KiB on the wire`);
  for (const category of Object.values(lhr.categories)) {
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) {
        console.log(`  ${category.title}: ${id} ${audit.score} ${audit.displayValue ?? ''} ${audit.explanation ?? ''} ${JSON.stringify((audit.details?.items ?? []).slice(0, 3)).slice(0, 400)}`);
      }
    }
  }
  await chrome.kill();
}
server.close();
