/**
 * Findings at their places in a page. They lie over it, in a tree of their own, so that the page stays as it is
 * published and its styles stay away from them.
 */
const STYLE = `
:host { all: initial; }
button { position: absolute; z-index: 2147483000; display: grid; place-items: center; inline-size: 24px; block-size: 24px;
  margin: 0; padding: 0; border: 0; border-radius: 50%; background: var(--mark); color: #fff; cursor: pointer;
  font: 700 14px/1 system-ui, sans-serif; box-shadow: 0 0 0 2px #fff, 0 1px 4px #0006; }
button:focus-visible { outline: 3px solid #1d4ed8; outline-offset: 3px; }
button[data-severity=error] { --mark: #b42318; }
button[data-severity=warning] { --mark: #93570b; }
button[data-severity=note] { --mark: #475467; }
.frame { position: absolute; pointer-events: none; border: 2px solid var(--mark); border-radius: 4px; }
.frame[data-severity=error] { --mark: #b42318; }
.frame[data-severity=warning] { --mark: #93570b; }
.frame[data-severity=note] { --mark: #475467; }
.flash { position: absolute; pointer-events: none; border-radius: 4px; background: #f5c84b; opacity: 0; }
@media (prefers-reduced-motion: no-preference) { .flash { animation: fade 900ms ease-out; } }
@keyframes fade { from { opacity: .45; } to { opacity: 0; } }
`;

const SIGNS = { error: '!', warning: '?', note: 'i' };
const WEIGHT = { error: 0, warning: 1, note: 2 };

/** @param {string} text {@code content/a.md:3:1-5:20} */
export function placeOf(text) {
  const found = /^(.*):(\d+):(\d+)-(\d+):(\d+)$/.exec(text);
  return found && { file: found[1], line: +found[2], column: +found[3], endLine: +found[4], endColumn: +found[5] };
}

const isBefore = (line, column, otherLine, otherColumn) => line < otherLine || (line === otherLine && column < otherColumn);

function holds(place, mark) {
  return place.file === mark.file && mark.line > 0
    && !isBefore(mark.line, mark.column, place.line, place.column)
    && isBefore(mark.line, mark.column, place.endLine, place.endColumn + 1);
}

const isShown = (element) => element.getClientRects().length > 0;

export class Marks {
  /** @param {function(Object): void} show told the mark that was clicked */
  constructor(document, show) {
    this.document = document;
    this.show = show;
    this.marks = [];
    this.file = '';
    this.host = document.createElement('rebound-marks');
    const root = this.host.attachShadow({ mode: 'open' });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    this.root = root;
    document.documentElement.append(this.host);
    new ResizeObserver(() => this.place()).observe(document.body);
    document.addEventListener('toggle', () => this.place(), true);
    document.addEventListener('click', () => requestAnimationFrame(() => this.place()), true);
    document.fonts?.ready.then(() => this.place());
  }

  set(findings, path) {
    this.marks = findings.filter((it) => it.page === path || this.document.querySelector('[data-place^="' + CSS.escape(it.file) + ':"]'));
    this.path = path;
    this.place();
  }

  /** The smallest text that a mark is about; else the text before it in its file. */
  element(mark) {
    let best = null;
    let before = null;
    this.document.querySelectorAll('[data-place]').forEach((element) => {
      const place = placeOf(element.getAttribute('data-place'));
      if (!place || place.file !== mark.file) {
        return;
      }
      if (holds(place, mark)) {
        best = best && best.contains(element) ? element : best || element;
        best = isShown(best) || !isShown(element) ? best : element;
      } else if (mark.line > 0 && place.line <= mark.line && (!before || placeOf(before.getAttribute('data-place')).line <= place.line) && isShown(element)) {
        before = element;
      }
    });
    const found = best && isShown(best) ? best : before;
    return found || (mark.page === this.path ? this.document.querySelector('h1') : null);
  }

  place() {
    const active = this.root.activeElement?.getAttribute('data-of');
    const groups = new Map();
    this.marks.forEach((mark) => {
      const element = this.element(mark);
      if (element) {
        groups.set(element, [...(groups.get(element) || []), mark]);
      }
    });
    const parts = [];
    groups.forEach((marks, element) => {
      marks.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
      const rect = element.getBoundingClientRect();
      if (!rect.width) {
        return;
      }
      const left = rect.left + scrollX;
      const top = rect.top + scrollY;
      const first = marks[0];
      const frame = this.document.createElement('div');
      frame.className = 'frame';
      frame.setAttribute('data-severity', first.severity);
      Object.assign(frame.style, { left: left - 4 + 'px', top: top - 3 + 'px', width: rect.width + 4 + 'px', height: rect.height + 2 + 'px' });
      const button = this.document.createElement('button');
      button.type = 'button';
      button.textContent = marks.length > 1 ? String(marks.length) : SIGNS[first.severity];
      button.setAttribute('data-severity', first.severity);
      button.setAttribute('data-of', first.rule + first.line + ':' + first.column);
      button.setAttribute('aria-label', marks.map((it) => it.severity + ': ' + it.message).join(' '));
      button.title = marks.map((it) => it.severity + ': ' + it.message).join('\n');
      const room = this.document.documentElement.clientWidth - 28;
      Object.assign(button.style, { left: Math.max(2, Math.min(left + rect.width - 10, room)) + 'px', top: Math.max(2, top - 12) + 'px' });
      button.addEventListener('click', () => this.show(first));
      parts.push([top, frame, button]);
    });
    parts.sort((a, b) => a[0] - b[0]);
    this.root.replaceChildren(...parts.flatMap(([, frame, button]) => [frame, button]));
    if (active) {
      [...this.root.querySelectorAll('button')].find((it) => it.getAttribute('data-of') === active)?.focus();
    }
  }

  /** Shows what has just changed. */
  flash(elements) {
    elements.filter((it) => it && it.isConnected).slice(0, 12).forEach((element) => {
      const rect = element.getBoundingClientRect();
      if (!rect.width || rect.height > innerHeight * 2) {
        return;
      }
      const light = this.document.createElement('div');
      light.className = 'flash';
      Object.assign(light.style, { left: rect.left + scrollX - 4 + 'px', top: rect.top + scrollY - 2 + 'px', width: rect.width + 8 + 'px', height: rect.height + 4 + 'px' });
      light.addEventListener('animationend', () => light.remove());
      setTimeout(() => light.remove(), 1000);
      requestAnimationFrame(() => this.root.append(light));
    });
  }

  reveal(mark) {
    let element = this.element(mark);
    for (let it = element; it; it = it.parentElement) {
      if (it.nodeName === 'DETAILS') {
        it.open = true;
      }
    }
    element = this.element(mark);
    element?.scrollIntoView({ block: 'center' });
    this.place();
    const button = [...this.root.querySelectorAll('button')].find((it) => it.getAttribute('data-of') === mark.rule + mark.line + ':' + mark.column);
    button?.focus({ preventScroll: true });
    return element !== null;
  }
}
