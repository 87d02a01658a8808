/** Small forms for what is new: what they give is written as an author would write it, or not at all. */
import { ask, send } from './ask.js';
import { FORMS, paragraphs } from './form-kinds.js';

const one = (id) => document.getElementById(id);

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== undefined && element.setAttribute(key, value));
  element.append(...children);
  return element;
}

/** A field, and what reads it. */
function control(it, things) {
  if (it.kind === 'rows') {
    return group(it, things);
  }
  if (it.kind === 'pasted') {
    return pasted(it);
  }
  if (it.kind === 'picture') {
    return picture(it, things);
  }
  const common = { required: it.needed ? '' : undefined };
  const input = it.kind === 'area' ? made('textarea', { rows: '2', ...common })
    : it.kind === 'choose' ? made('select', {}, ...it.options.map((option) => (Array.isArray(option) ? new Option(option[1], option[0]) : new Option(option))))
      : it.kind === 'check' ? made('input', { type: 'checkbox' })
        : made('input', { type: it.kind === 'number' ? 'number' : 'text', step: it.kind === 'number' ? (it.step || 'any') : undefined, min: it.min, max: it.max, list: it.kind === 'principle' ? 'new-principles' : undefined, pattern: it.pattern, autocomplete: 'off', ...common });
  if (it.value) {
    input.value = it.value;
  }
  const label = made('label', { class: it.kind === 'check' ? 'check' : undefined });
  label.append(...(it.kind === 'check' ? [input, ' ' + it.label] : [it.label + (it.needed ? '' : it.kind === 'choose' ? '' : ' (may stay empty)'), input]));
  return { element: label, input, read: () => (it.kind === 'check' ? input.checked : input.value.trim()), set: (value) => (input.value = value) };
}

function group(it, things) {
  const box = made('fieldset', {}, made('legend', {}, it.label));
  const more = made('button', { type: 'button' }, 'Another');
  const all = [];
  const add = () => {
    const row = it.fields.map((part) => [part.name, control(part, things)]);
    const element = made('div', { class: 'new-row' }, ...row.map(([, part]) => part.element));
    const gone = made('button', { type: 'button' }, 'Remove');
    const entry = { row, element };
    gone.addEventListener('click', () => {
      all.splice(all.indexOf(entry), 1);
      element.remove();
      more.focus();
    });
    if (all.length >= it.least) {
      element.append(gone);
    }
    all.push(entry);
    more.before(element);
    return row;
  };
  box.append(more);
  more.addEventListener('click', () => add()[0][1].input.focus());
  for (let i = 0; i < it.least; i++) {
    add();
  }
  return { element: box, add, rows: () => all.map(({ row }) => Object.fromEntries(row)), read: () => all.map(({ row }) => Object.fromEntries(row.map(([name, part]) => [name, part.read()]))) };
}

/** The sides of an area. */
const SIDES = ['left', 'top', 'width', 'height'];

/** A picture of the course, on which areas are drawn with mouse or finger; whoever types says where they are in numbers. */
function picture(it, things) {
  const select = made('select', { required: '' });
  const image = made('img', { alt: '', draggable: 'false' });
  const sheet = made('div', { class: 'new-picture', hidden: '' }, image);
  const element = made('div', { class: 'new-pasted' }, made('label', {}, it.label, select), sheet);
  const whole = { element, read: () => select.value, areas: it.areas, onDraw: () => {}, offer, show };
  let course = '';
  let drawn = null;

  function offer(id, pictures) {
    course = id;
    select.replaceChildren(...pictures.map((path) => new Option(path)));
    look();
  }
  function look() {
    sheet.hidden = !select.value;
    image.src = select.value ? '/site/' + course + '/' + select.value : 'data:,';
  }
  /** @param {Object<string, string>[]} areas as the rows say */
  function show(areas) {
    sheet.querySelectorAll('.new-area').forEach((old) => old.remove());
    [...areas, ...(drawn ? [drawn] : [])].forEach((area, i) => {
      if (SIDES.every((side) => area[side] !== '')) {
        const box = made('span', { class: 'new-area' }, area === drawn ? '' : String(i + 1));
        SIDES.forEach((side) => (box.style[side] = area[side] + '%'));
        sheet.append(box);
      }
    });
  }
  const place = (event) => {
    const box = image.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map((part) => Math.round(Math.min(1, Math.max(0, part)) * 100));
  };
  sheet.addEventListener('pointerdown', (down) => {
    const from = place(down);
    sheet.setPointerCapture(down.pointerId);
    const draw = (event) => {
      const to = place(event);
      const [left, top] = [0, 1].map((i) => Math.min(from[i], to[i]));
      const [width, height] = [0, 1].map((i) => Math.abs(from[i] - to[i]));
      drawn = { left, top, width, height };
      whole.onDraw(null);
    };
    const end = () => {
      sheet.removeEventListener('pointermove', draw);
      const area = drawn;
      drawn = null;
      // A click is no area.
      whole.onDraw(area && area.width > 1 && area.height > 1 ? area : null);
    };
    sheet.addEventListener('pointermove', draw);
    sheet.addEventListener('pointerup', end, { once: true });
    sheet.addEventListener('pointercancel', end, { once: true });
    down.preventDefault();
  });
  select.addEventListener('change', look);
  return whole;
}

/** A pasted text in paragraphs, in which excerpts are picked with the mouse, or with Shift and the arrow keys in the text. */
function pasted(it) {
  const area = made('textarea', { rows: '5', required: '' });
  const shown = made('ol', { class: 'new-paragraphs', tabindex: '0', 'aria-label': 'Its paragraphs' });
  const quote = made('button', { type: 'button', disabled: '' }, 'Quote what is selected');
  const box = made('div', { class: 'new-pasted' }, made('label', {}, it.label, area), shown, quote);
  let picked = null;
  area.addEventListener('input', () => shown.replaceChildren(...paragraphs(area.value).map((text) => made('li', {}, text))));
  const pick = (text, paragraph) => {
    picked = text.trim() && paragraph > 0 ? { text: text.trim(), paragraph } : null;
    quote.disabled = !picked;
  };
  document.addEventListener('selectionchange', () => {
    const selection = getSelection();
    const node = selection.anchorNode;
    const lineOf = (it) => it && (it.nodeType === 1 ? it : it.parentElement).closest('.new-paragraphs li');
    const line = lineOf(node);
    if (line && shown.contains(line) && line !== lineOf(selection.focusNode)) {
      // An excerpt lies in one paragraph.
      pick('', 0);
    } else if (line && shown.contains(line)) {
      pick(String(selection), [...shown.children].indexOf(line) + 1);
    } else if (document.activeElement === area) {
      const before = area.value.slice(0, area.selectionStart);
      pick(area.value.slice(area.selectionStart, area.selectionEnd), paragraphs(before + 'x').length);
    }
  });
  const whole = { element: box, read: () => area.value, onQuote: () => {} };
  quote.addEventListener('mousedown', (event) => event.preventDefault());
  quote.addEventListener('click', () => picked && whole.onQuote(picked));
  return whole;
}

/**
 * @param {{open: function(string): void, done: function(string): void, name: function(): string}} on what to do when something is there
 */
export function forms(on) {
  const dialog = one('new');
  let things = null;
  let fields = [];

  const current = () => FORMS[one('new-kind').selectedIndex];
  const course = () => things.courses.find((it) => it.id === one('new-course').value);

  function offer(name, all) {
    const select = one('new-' + name);
    const before = select.value;
    select.replaceChildren(...all.map((it) => new Option(it.title || it.id, it.id)));
    if (all.some((it) => it.id === before)) {
      select.value = before;
    }
  }

  function places() {
    const where = current().in;
    const shown = { course: ['course'], bank: ['course', 'bank'], scenario: ['course', 'scenario'], source: ['source'], library: [] }[where];
    ['course', 'bank', 'scenario', 'source'].forEach((it) => (one('new-' + it).closest('label').hidden = !shown.includes(it)));
    offer('bank', course() ? course().banks : []);
    offer('scenario', course() ? course().scenarios : []);
  }

  /** Those of the course that is chosen. */
  function pictures() {
    const its = Object.fromEntries(fields).picture;
    its && its.offer(course() ? course().id : '', course() ? course().pictures : []);
  }

  function draw() {
    places();
    fields = current().fields.map((it) => [it.name, control(it, things)]);
    one('new-fields').replaceChildren(...fields.map(([, it]) => it.element));
    one('new-says').textContent = '';
    pictures();
    const by = Object.fromEntries(fields);
    if (by.picture) {
      const rows = by[by.picture.areas];
      const shown = () => by.picture.show(rows.read());
      by.picture.onDraw = (area) => {
        if (area) {
          const row = rows.rows().find((it) => it.width.read() === '') || Object.fromEntries(rows.add());
          SIDES.forEach((side) => row[side].set(String(area[side])));
          row.text.input.focus();
        }
        shown();
      };
      rows.element.addEventListener('input', shown);
      rows.element.addEventListener('click', shown);
    }
    if (by.pasted) {
      by.pasted.onQuote = ({ text, paragraph }) => {
        const row = Object.fromEntries(by.excerpts.add());
        row.text.set(text);
        row.paragraph.set(String(paragraph));
        row.id.input.focus();
      };
    }
  }

  async function save(event) {
    event.preventDefault();
    const form = current();
    const to = { course: 'courses/' + one('new-course').value, bank: one('new-bank').value, scenario: one('new-scenario').value, source: one('new-source').value };
    const values = Object.fromEntries(fields.map(([name, it]) => [name, it.read()]));
    const { file, key, entry, otherwise, matter, body, pasted: whole, page } = form.make(values, to);
    const path = on.name() + '/' + file;
    const answer = whole !== undefined
      ? await send('/_/source', { file: path, matter: matter ? JSON.stringify(matter) : '', body, pasted: whole })
      : key !== undefined
        ? await send('/_/add', { file: path, key, entry: JSON.stringify(entry), otherwise: otherwise ? JSON.stringify(otherwise) : '' })
        : await send('/_/create', { file: path, matter: JSON.stringify(matter), body: body || '' });
    if (!answer.ok) {
      one('new-says').textContent = answer.says;
      return;
    }
    dialog.close();
    on.done('Written to ' + path + '. ' + (form.after ? form.after(values) : ''));
    if (page) {
      on.open(one('new-course').value + '/' + page + '.html');
    }
  }

  one('new-kind').replaceChildren(...FORMS.map((it) => new Option(it.name)));
  one('new-kind').addEventListener('change', draw);
  one('new-course').addEventListener('change', () => (places(), pictures()));
  one('new-form').addEventListener('submit', save);
  one('new-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      one('new-form').requestSubmit();
    }
  });

  return {
    /** @param {string} path of the page that is shown */
    async show(path) {
      const answer = await ask('/_/things', {});
      if (!answer.ok) {
        on.done(answer.says);
        return;
      }
      things = answer.value;
      const [id, name = ''] = path.split('/');
      offer('course', things.courses);
      offer('source', things.sources);
      if (things.courses.some((it) => it.id === id)) {
        one('new-course').value = id;
      }
      one('new-principles').replaceChildren(...things.principles.map((it) => made('option', { value: it.id }, it.says)));
      draw();
      const bank = /^quiz-(.*)[.]html$/.exec(name);
      if (bank && course()?.banks.some((it) => it.id === bank[1])) {
        one('new-bank').value = bank[1];
      }
      dialog.showModal();
      one('new-kind').focus();
    },
  };
}
