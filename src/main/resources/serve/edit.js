/**
 * Changes a text where it is read: a click, or `e` and the arrow keys, opens its Markdown in place. Like the marks it
 * lies over the page, so that the page stays as it is published.
 */
import { ask, send } from './ask.js';

const STYLE = `
:host { all: initial; }
* { box-sizing: border-box; }
.here { position: absolute; pointer-events: none; border-radius: 4px; outline: 2px dashed #1d4ed8; outline-offset: 3px; z-index: 2147482000; }
.start { position: absolute; inset-inline-start: 8px; inset-block-start: -80px; z-index: 2147483200; }
.start:focus { position: fixed; inset-block-start: 8px; }
button { min-block-size: 32px; padding: 4px 12px; border: 1px solid #b9c2cf; border-radius: 8px; background: #fff; color: #1b2430;
  font: 500 14px/1.3 system-ui, sans-serif; cursor: pointer; }
button.main { border-color: #1d4ed8; background: #1d4ed8; color: #fff; }
button:focus-visible, textarea:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.pick { position: absolute; z-index: 2147483100; }
.editor { position: absolute; z-index: 2147483150; display: grid; gap: 8px; padding: 12px; border: 1px solid #b9c2cf; border-radius: 10px;
  background: #fff; color: #1b2430; box-shadow: 0 12px 40px #0005; font: 14px/1.45 system-ui, sans-serif; }
label { font-weight: 600; }
textarea { display: block; inline-size: 100%; min-block-size: 70px; margin-block-start: 4px; padding: 8px 10px; border: 1px solid #66758a; border-radius: 6px;
  background: #fff; color: #1b2430; font: 14px/1.5 ui-monospace, "SF Mono", Consolas, monospace; resize: vertical; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.keys { color: #536071; font-size: 13px; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; }
li { padding: 5px 8px; border-inline-start: 4px solid #475467; background: #f4f6f9; overflow-wrap: anywhere; }
li[data-severity=error] { border-color: #b42318; }
li[data-severity=warning] { border-color: #93570b; }
pre { margin: 0; padding: 8px; background: #f4f6f9; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, Consolas, monospace; }
.says { color: #b42318; font-weight: 600; }
.says:empty { display: none; }
`;

const INTERACTIVE = 'a, button, input, select, textarea, label, summary, [role=button]';

export class Editor {
  /**
   * @param {{map: function(string): void}} on told the place of an answer whose principle is to be picked
   */
  constructor(document, on) {
    this.document = document;
    this.on = on;
    this.host = document.createElement('rebound-editor');
    this.root = this.host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.root.adoptedStyleSheets = [style];
    this.start = this.made('button', { class: 'start', type: 'button' }, 'Edit texts with the keyboard');
    this.start.addEventListener('click', () => this.pick(this.shown()[0]));
    this.root.append(this.start);
    document.documentElement.append(this.host);
    /** @type {{element: Element, place: string, was: string, text: function(): string}?} */
    this.open = null;
    document.addEventListener('click', (event) => this.clicked(event), true);
    document.addEventListener('mouseover', (event) => this.hovered(event));
    document.addEventListener('keydown', (event) => this.pressed(event));
    window.addEventListener('resize', () => this.settle());
  }

  made(name, attributes, ...children) {
    const it = this.document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => it.setAttribute(key, value));
    it.append(...children);
    return it;
  }

  /** The texts that can be seen, from top to bottom; of several in one another, the innermost. */
  shown() {
    return [...this.document.querySelectorAll('[data-place]')]
      .filter((it) => it.getClientRects().length && !it.querySelector('[data-place]'));
  }

  at(target) {
    return target instanceof Element ? target.closest('[data-place]') : null;
  }

  hovered(event) {
    this.root.querySelector('.here')?.remove();
    const element = !this.open && this.at(event.target);
    if (element && !event.target.closest(INTERACTIVE)) {
      this.root.append(this.over(this.made('div', { class: 'here' }), element));
    }
  }

  over(it, element) {
    const rect = element.getBoundingClientRect();
    Object.assign(it.style, { left: rect.left + scrollX + 'px', top: rect.top + scrollY + 'px', width: rect.width + 'px', height: rect.height + 'px' });
    return it;
  }

  clicked(event) {
    const element = this.at(event.target);
    const inside = event.target.closest?.(INTERACTIVE);
    // A click that answers, opens or follows does that; with Alt it edits.
    if (!element || (inside && !event.altKey) || !String(getSelection()).match(/^\s*$/)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.edit(element);
  }

  pressed(event) {
    if (event.key === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey && !this.open
      && !event.target.closest('input, textarea, select') && event.target !== this.host) {
      const middle = this.shown().find((it) => it.getBoundingClientRect().bottom > 60);
      if (middle) {
        event.preventDefault();
        this.pick(middle);
      }
    }
  }

  /** Goes from text to text with the arrow keys; Enter opens one. */
  pick(element) {
    this.root.querySelectorAll('.pick, .here').forEach((it) => it.remove());
    if (!element) {
      return;
    }
    element.scrollIntoView({ block: 'nearest' });
    const words = element.textContent.trim().replace(/\s+/g, ' ');
    const button = this.made('button', { class: 'pick main', type: 'button' },
      'Edit: ' + (words.length > 40 ? words.slice(0, 40) + '…' : words));
    const rect = element.getBoundingClientRect();
    Object.assign(button.style, { left: Math.max(4, rect.left + scrollX) + 'px', top: Math.max(0, rect.top + scrollY - 36) + 'px' });
    this.root.append(this.over(this.made('div', { class: 'here' }), element), button);
    button.addEventListener('click', () => this.edit(element));
    button.addEventListener('keydown', (event) => {
      const all = this.shown();
      const next = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (next && all[all.indexOf(element) + next]) {
        event.preventDefault();
        this.pick(all[all.indexOf(element) + next]);
      } else if (event.key === 'Escape') {
        this.pick(null);
      }
    });
    button.focus();
  }

  /** @param {string=} draft what was written before the page came anew */
  async edit(element, draft) {
    const place = element.getAttribute('data-place');
    const answer = await ask('/_/text', { place });
    if (!answer.ok) {
      return;
    }
    const { text, answer: mapped } = answer.value;
    this.close();
    this.pick(null);
    this.show(element, place, text, draft === undefined ? text : draft, mapped);
  }

  show(element, place, was, text, mapped) {
    const area = this.made('textarea', { spellcheck: 'true', rows: String(Math.min(14, text.split('\n').length + 1 + Math.floor(text.length / 70))) });
    area.value = text;
    const says = this.made('p', { class: 'says', role: 'alert' });
    says.style.margin = '0';
    const found = this.made('ul', { 'aria-label': 'What would be found' });
    const save = this.made('button', { class: 'main', type: 'button' }, 'Save');
    const leave = this.made('button', { type: 'button' }, 'Leave');
    const row = this.made('div', { class: 'row' }, save, leave);
    if (mapped) {
      const map = this.made('button', { type: 'button' }, 'Right or wrong, and its principle…');
      map.addEventListener('click', () => { this.close(); this.on.map(mapped); });
      row.append(map);
    }
    row.append(this.made('span', { class: 'keys' }, 'Ctrl+Enter saves, Esc leaves'));
    const file = place.replace(/:\d+:\d+-\d+:\d+$/, '').replace(/^.*?\//, '');
    const box = this.made('div', { class: 'editor', role: 'dialog', 'aria-label': 'Edit this text' },
      this.made('label', {}, file + ', line ' + /:(\d+):\d+-/.exec(place)[1], area), says, found, row);
    this.root.append(box);
    this.open = { element, place, was, box, text: () => area.value };
    this.settle();
    area.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'nearest' });

    let timer = 0;
    area.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.preview(area.value, found), 250);
    });
    const done = () => { clearTimeout(timer); this.close(); element.isConnected && this.pick(element); };
    leave.addEventListener('click', done);
    save.addEventListener('click', () => this.save(area, says, done));
    box.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.save(area, says, done);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        done();
      }
    });
  }

  async preview(text, list) {
    const open = this.open;
    const answer = await send('/_/try', { place: open.place, text });
    if (this.open !== open || open.text() !== text) {
      return;
    }
    list.replaceChildren(...(answer.ok ? answer.value : []).slice(0, 6).map((it) =>
      this.made('li', { 'data-severity': it.severity }, it.severity + ': ' + it.message + (it.hint ? ' ' + it.hint : ''))));
  }

  async save(area, says, done) {
    const open = this.open;
    if (area.value === open.was) {
      done();
      return;
    }
    const answer = await send('/_/text', { place: open.place, was: open.was, text: area.value });
    if (answer.ok) {
      done();
    } else if (answer.status === 409) {
      await this.conflict(area, says, done, answer.says);
    } else {
      says.textContent = answer.says;
    }
  }

  /** The file has changed since: both are shown, neither is lost. */
  async conflict(area, says, done, theirs) {
    const open = this.open;
    // Lines before it may have come or gone: the page knows where it is now.
    const place = open.element.isConnected ? open.element.getAttribute('data-place') : open.place;
    const answer = await ask('/_/text', { place });
    const now = answer.ok ? answer.value.text : theirs;
    says.textContent = 'The file has changed meanwhile. Yours is above; what it says now:';
    open.box.querySelectorAll('.theirs').forEach((it) => it.remove());
    const mine = this.made('button', { class: 'main', type: 'button' }, 'Put mine in its place');
    const other = this.made('button', { type: 'button' }, 'Take what is there');
    mine.disabled = !answer.ok;
    mine.addEventListener('click', () => {
      Object.assign(open, { place, was: now });
      this.save(area, says, done);
    });
    other.addEventListener('click', () => {
      Object.assign(open, { place, was: now });
      area.value = now;
      says.textContent = '';
      open.box.querySelectorAll('.theirs').forEach((it) => it.remove());
      area.focus();
    });
    says.after(this.made('pre', { class: 'theirs', tabindex: '0', 'aria-label': 'What the file says now' }, now || '(the text is gone)'),
      this.made('div', { class: 'row theirs' }, mine, other));
  }

  /** Puts what is open where its text is now. */
  settle() {
    if (!this.open) {
      return;
    }
    const { element, box } = this.open;
    const wide = this.document.documentElement.clientWidth;
    const rect = element.isConnected ? element.getBoundingClientRect() : { left: 12, bottom: 80, width: 560 };
    const width = Math.min(wide - 16, Math.max(rect.width + 24, 420));
    Object.assign(box.style, {
      inlineSize: width + 'px',
      left: Math.max(8, Math.min(rect.left + scrollX - 12, wide - width - 8)) + 'px',
      top: rect.bottom + scrollY + 6 + 'px',
    });
  }

  close() {
    this.open?.box.remove();
    this.open = null;
  }

  /** What is being written, for the page that comes in place of this one. */
  draft() {
    return this.open && { place: this.open.place, text: this.open.text() };
  }

  giveBack(draft) {
    const element = draft && ([...this.document.querySelectorAll('[data-place]')].find((it) => it.getAttribute('data-place') === draft.place)
      || [...this.document.querySelectorAll('[data-place]')].find((it) => it.getAttribute('data-place').replace(/:.*/, '') === draft.place.replace(/:.*/, '')));
    if (element) {
      this.edit(element, draft.text);
    }
  }
}
