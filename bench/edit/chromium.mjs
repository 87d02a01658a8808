/** A Chromium of one's own, spoken to through a pipe in the DevTools protocol. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const found = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((it) => it && existsSync(it));

export async function chromium() {
  if (!found) {
    throw new Error('no Chromium or Chrome; name one in CHROME_PATH');
  }
  const profile = mkdtempSync(join(tmpdir(), 'rebound-bench-'));
  const browser = spawn(found, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-pipe',
    '--user-data-dir=' + profile, '--window-size=1366,800'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  let number = 0;
  let rest = '';
  const waiting = new Map();
  const listeners = [];
  browser.stdio[4].setEncoding('utf8').on('data', (data) => {
    const parts = (rest + data).split('\0');
    rest = parts.pop();
    parts.map((it) => JSON.parse(it)).forEach((it) => {
      if (it.id) {
        const { done, failed } = waiting.get(it.id);
        waiting.delete(it.id);
        it.error ? failed(new Error(it.error.message)) : done(it.result);
      } else {
        listeners.forEach((listen) => listen(it));
      }
    });
  });
  const call = (method, params = {}, sessionId = undefined) => new Promise((done, failed) => {
    waiting.set(++number, { done, failed });
    browser.stdio[3].write(JSON.stringify({ id: number, method, params, sessionId }) + '\0');
  });

  return {
    /** A window; `seen` is called with what its pages say through `said(text)`. */
    async open(script, seen) {
      const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
      const own = (method, params) => call(method, params, sessionId);
      listeners.push((it) => it.sessionId === sessionId && it.method === 'Runtime.bindingCalled' && seen(JSON.parse(it.params.payload)));
      await own('Page.enable');
      await own('Runtime.enable');
      await own('Runtime.addBinding', { name: 'said' });
      await own('Page.addScriptToEvaluateOnNewDocument', { source: script });
      return {
        go: (url) => own('Page.navigate', { url }),
        run: async (expression) => (await own('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })).result.value,
      };
    },
    async close() {
      await call('Browser.close').catch(() => {});
      await new Promise((gone) => browser.once('exit', gone));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
