/**
 * From starting `rebound serve` to the first page in a browser that is open already.
 *   node start.mjs NAME ROUNDS REBOUND CONTENT PAGE
 * Prints one row of a table.
 */
import { spawn } from 'node:child_process';
import { chromium } from './chromium.mjs';

const [name, rounds, rebound, content, page] = process.argv.slice(2);
const now = () => performance.now();
const took = [];
const browser = await chromium();
try {
  for (let round = 0; round <= +rounds; round++) {
    const window = await browser.open('', () => {});
    const started = now();
    const server = spawn(rebound, ['serve', '--content', content], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const address = await new Promise((found, failed) => {
        let said = '';
        server.stdout.setEncoding('utf8').on('data', (data) => {
          said += data;
          const its = /http:\/\/127\S+(?=\s)/.exec(said);
          its && found(its[0]);
        });
        server.once('exit', () => failed(new Error('rebound serve has ended')));
      });
      await window.go(address + '#' + page);
      await window.run(`new Promise((done) => { const look = () =>
        document.getElementById('frame')?.contentDocument?.querySelector('h1') ? done(true) : setTimeout(look, 2); look(); })`);
      // The first round only fills the machine's memory with files.
      round > 0 && took.push(now() - started);
    } finally {
      server.kill();
      await new Promise((gone) => server.exitCode === null && server.signalCode === null ? server.once('exit', gone) : gone());
    }
  }
} finally {
  await browser.close();
}
took.sort((a, b) => a - b);
console.log(`| ${name} | start to first page, ${rounds} times | ${took[took.length >> 1].toFixed(0)} | ${took[0].toFixed(0)}–${took[took.length - 1].toFixed(0)} |`);
