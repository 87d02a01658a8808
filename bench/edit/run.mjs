/**
 * From the moment an edited file is closed to the moment its words are in the page, in a real browser.
 *   node run.mjs NAME ROUNDS rebound|hugo FILE ADDRESS
 * FILE gets another word each round; ADDRESS shows it. Prints one row of a table, or the heap with `heap`.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { chromium } from './chromium.mjs';

const [name, rounds, contender, file, address] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();
const before = readFileSync(file, 'utf8');
const PLACE = /\.(?=\n\n)/;

/** Runs in each page before its own scripts: says when a marked word is in the document. */
const WATCH = `(() => {
  let last = '';
  const look = () => {
    const found = document.body && /zq\\d+x/.exec(document.body.textContent);
    if (found && found[0] !== last) {
      last = found[0];
      window.said(JSON.stringify({ word: last, at: performance.timeOrigin + performance.now() }));
    }
  };
  const start = () => new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  start();
  document.addEventListener('DOMContentLoaded', look);
})()`;

function save(text) {
  const opened = openSync(file, 'w');
  writeSync(opened, text);
  closeSync(opened);
  return now();
}

const seen = new Map();
const browser = await chromium();
try {
  const window = await browser.open(WATCH, ({ word, at }) => seen.get(word)?.(at));
  const started = now();
  await window.go(address);
  const ready = contender === 'rebound'
    ? `new Promise((done) => { const look = () => {
        const frame = document.getElementById('frame');
        return frame?.contentDocument?.querySelector('rebound-marks') && document.getElementById('state')?.textContent === 'Up to date'
          && /[.]$/.test(document.getElementById('summary').textContent) ? done(true) : setTimeout(look, 20); }; look(); })`
    : `new Promise((done) => { const look = () => document.querySelector('h1') && document.readyState === 'complete' ? setTimeout(() => done(true), 1500) : setTimeout(look, 20); look(); })`;
  await window.run(ready);
  // The browser's clock beside ours.
  const differences = [];
  for (let i = 0; i < 15; i++) {
    const from = now();
    const there = await window.run('performance.timeOrigin + performance.now()');
    differences.push([now() - from, there - (from + now()) / 2]);
  }
  const offset = differences.sort((a, b) => a[0] - b[0])[0][1];

  const took = [];
  const found = [];
  for (let round = 0; round < +rounds; round++) {
    const word = 'zq' + round + 'x';
    const shown = new Promise((done, late) => {
      seen.set(word, done);
      setTimeout(() => late(new Error(contender + ': ' + word + ' did not show in 30 s')), 30000).unref();
    });
    const closed = save(before.replace(PLACE, ' ' + word + '.'));
    took.push(await shown - offset - closed);
    seen.delete(word);
    if (contender === 'rebound') {
      await window.run(`new Promise((done) => { const look = () => {
        const { shown, found } = document.getElementById('state').dataset;
        +found >= +shown ? done(true) : setTimeout(look, 1); }; look(); })`);
      found.push(now() - closed);
    }
    // Nobody types faster than this. A page of Hugo's has been loaded again, and hears of no change until it is connected once more.
    await new Promise((done) => setTimeout(done, contender === 'rebound' ? 100 : 1000));
  }
  const at = (list, part) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
  const ms = (value) => value === undefined ? '–' : value.toFixed(value < 100 ? 1 : 0);
  console.log(`| ${name} | ${contender} | ${rounds} | ${ms(at(took, 0.5))} | ${ms(at(took, 0.95))} | ${ms(at(took, 0))}–${ms(at(took, 1))} | ${ms(at(found, 0.5))} |`);
} finally {
  save(before);
  await browser.close();
}
