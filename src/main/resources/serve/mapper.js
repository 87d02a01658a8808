/**
 * Maps answers to principles: one after the other, by keyboard alone. The principles that share most words with the
 * answer come first; Enter accepts.
 */
import { ask, send } from './ask.js';

const one = (id) => document.getElementById(id);

/** @param {function(): Object[]} open the findings of answers that have no principle */
export function mapper(open) {
  const dialog = one('map');
  const list = one('map-list');
  let at = '';
  let now = null;
  /** Whether the next comes when one is done. */
  let inTurn = false;
  /** The version that a saved mapping was not in yet: lines have moved, so the next waits for a newer one. */
  let saved = 0;
  let version = 0;
  /** @type {Object?} the finding that is being dealt with */
  let current = null;
  const skipped = new Set();

  const placeOf = (it) => it.file + ':' + it.line + ':' + it.column;
  const nameOf = (it) => it.file + it.message;
  const left = () => open().filter((it) => !skipped.has(nameOf(it)));

  function options(filter = '') {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return now.principles.filter((it) => words.every((word) => (it.id + ' ' + it.says).toLowerCase().includes(word)));
  }

  function draw() {
    const shown = options(one('map-filter').value).slice(0, 60);
    list.replaceChildren(...shown.map((it, i) => {
      const row = document.createElement('li');
      row.id = 'pick-' + i;
      row.setAttribute('role', 'option');
      row.setAttribute('data-id', it.id);
      row.setAttribute('aria-selected', 'false');
      const name = document.createElement('strong');
      name.textContent = it.id;
      const says = document.createElement('span');
      says.textContent = it.says;
      const source = document.createElement('small');
      source.textContent = it.source + (it.id === now.principle ? ' · as it is' : '');
      row.append(name, says, source);
      row.addEventListener('click', () => choose(i));
      row.addEventListener('dblclick', () => accept());
      return row;
    }));
    const as = shown.findIndex((it) => it.id === now.principle);
    choose(Math.max(0, as));
  }

  function choose(i) {
    [...list.children].forEach((it, j) => it.setAttribute('aria-selected', String(i === j)));
    list.children[i]?.scrollIntoView({ block: 'nearest' });
    one('map-filter').setAttribute('aria-activedescendant', list.children[i] ? 'pick-' + i : '');
  }

  const chosen = () => [...list.children].findIndex((it) => it.getAttribute('aria-selected') === 'true');

  async function show(place) {
    const answer = await ask('/_/answer', { at: place });
    if (!answer.ok) {
      return inTurn ? pass() : undefined;
    }
    at = place;
    now = answer.value;
    one('map-stem').textContent = now.stem;
    one('map-text').textContent = now.text;
    one('map-right').checked = now.right || !now.canBeWrong;
    one('map-wrong').checked = !one('map-right').checked;
    one('map-sides').hidden = !now.canBeWrong;
    one('map-left').textContent = inTurn ? left().length + (left().length === 1 ? ' answer is' : ' answers are') + ' left' : '';
    one('map-says').textContent = '';
    one('map-filter').value = '';
    draw();
    if (!dialog.open) {
      dialog.showModal();
    }
    one('map-filter').focus();
  }

  function next() {
    current = left()[0];
    if (current) {
      return show(placeOf(current));
    }
    dialog.close();
    return undefined;
  }

  function pass() {
    if (inTurn && current) {
      skipped.add(nameOf(current));
      return next();
    }
    dialog.close();
    return undefined;
  }

  async function accept() {
    const row = list.children[chosen()];
    if (!row) {
      return;
    }
    const before = version;
    const answer = await send('/_/answer', { at, was: now.text, right: one('map-right').checked, principle: row.getAttribute('data-id') });
    if (!answer.ok) {
      one('map-says').textContent = answer.says || 'The file has changed meanwhile. Look at it again.';
    } else if (inTurn) {
      saved = before;
      one('map-says').textContent = 'Saved.';
    } else {
      dialog.close();
    }
  }

  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && event.target === one('map-filter')) {
      event.preventDefault();
      choose(Math.min(list.children.length - 1, Math.max(0, chosen() + step)));
    } else if (event.key === 'Enter' && event.target.nodeName !== 'BUTTON') {
      event.preventDefault();
      accept();
    } else if (event.altKey && /^[rw]$/i.test(event.key)) {
      event.preventDefault();
      one(event.key.toLowerCase() === 'r' ? 'map-right' : 'map-wrong').checked = true;
    }
  });
  one('map-filter').addEventListener('input', draw);
  one('map-accept').addEventListener('click', accept);
  one('map-skip').addEventListener('click', pass);
  one('map-close').addEventListener('click', () => dialog.close());

  return {
    one(place) {
      inTurn = false;
      show(place);
    },
    all() {
      inTurn = true;
      skipped.clear();
      next();
    },
    /** Findings are new. */
    renewed(of) {
      version = of;
      if (saved && version > saved && dialog.open) {
        saved = 0;
        next();
      }
    },
  };
}
