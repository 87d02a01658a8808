/** The window around a page: which page, how wide, and what is wrong. */
import { explained } from './explain.js';
import { forms } from './forms.js';
import { send } from './ask.js';
import { mapper } from './mapper.js';
import { panel } from './panel.js';
import { paper } from './paper.js';
import { platform } from './platform.js';

const one = (id) => document.getElementById(id);
const frame = one('frame');
const wide = matchMedia('(min-width: 900px)');

/** @type {EventSource?} */
let events = null;
/** @type {{path: string, onPage: Function, onFindings: Function, reveal: Function}?} */
let page = null;
/** @type {Object?} the mark to show once its page is there */
let wanted = null;
let last = { page: null, findings: null };
let readOnly = true;
/** The page to come back to from the trace. */
let before = 'index.html';

const list = panel(one('list'), {
  reveal: (mark) => go(mark),
  paper: (mark) => surface('paper', mark.file),
  explain: (rule) => explained(rule, one('explain'), one('explain-title'), one('explain-text')),
});

const unmapped = () => (last.findings ? last.findings.findings : [])
  .filter((it) => it.rule === 'AnswerWithoutPrinciple' && /\/(quizzes|scenarios)\//.test(it.file));
const answers = mapper(unmapped);
const lms = platform();
const sheets = paper();
let content = 'content';
const fresh = forms({ open: (path) => open(path), done: (text) => done(text), name: () => content });

async function undo() {
  const answer = await send('/_/undo', {});
  done(answer.ok ? 'Undone in ' + answer.value.file + '.' : answer.says);
}

const address = (path) => '/site/' + path.split('/').map(encodeURIComponent).join('/');

function listen(path) {
  events?.close();
  last = { page: null, findings: last.findings };
  events = new EventSource('/_/events?page=' + encodeURIComponent(path));
  events.addEventListener('hello', (event) => {
    const told = JSON.parse(event.data);
    readOnly = told.readOnly;
    one('undo').hidden = readOnly;
    one('new-open').hidden = readOnly;
    content = told.name;
    lms.courses(told.courses);
    document.querySelector('[data-surface=paper]').hidden = !told.prints;
    page?.onHello(told);
    one('name').textContent = told.name + '/' + (told.readOnly ? ' (read only)' : '');
  });
  events.addEventListener('page', (event) => {
    const told = JSON.parse(event.data);
    last.page = told;
    one('state').dataset.shown = told.version;
    // The page before all else.
    if (page?.path === path) {
      page.onPage(told);
    }
    sheets.renewed(told.version);
    trouble(told.trouble || (told.html === undefined ? 'This page is gone: its file was removed or renamed, or course.yaml no longer names it.' : ''));
  });
  events.addEventListener('findings', (event) => {
    last.findings = JSON.parse(event.data);
    one('state').dataset.found = last.findings.version;
    page?.onFindings(last.findings);
    list.set(last.findings.findings, last.findings.version);
    answers.renewed(last.findings.version);
    sheets.renewed(last.findings.version);
    told(last.findings);
  });
  events.onerror = () => state('The server is not there. Start `rebound serve` again; this window will find it only at its new address.', true);
  events.onopen = () => state('Up to date');
}

let shownUntil = 0;

/** What was done, for as long as it takes to read it. */
function done(text) {
  one('done').textContent = text;
  clearTimeout(shownUntil);
  shownUntil = setTimeout(() => (one('done').textContent = ''), 4000 + 60 * text.length);
}

function state(text, bad = false) {
  one('state').textContent = text;
  one('state').toggleAttribute('data-bad', bad);
}

function trouble(text) {
  one('trouble').hidden = !text;
  one('trouble').textContent = text;
}

function told({ findings, complete }) {
  const count = (severity) => findings.filter((it) => it.severity === severity).length;
  const parts = ['error', 'warning', 'note'].map((it) => [count(it), it]).filter(([n]) => n)
    .map(([n, it]) => n + ' ' + it + (n === 1 ? '' : 's'));
  one('count').textContent = parts.join(', ') || 'No findings';
  one('toggle').toggleAttribute('data-bad', count('error') > 0);
  one('map-all').hidden = readOnly || unmapped().length === 0;
  one('map-all').textContent = 'Map ' + unmapped().length + (unmapped().length === 1 ? ' answer' : ' answers') + '…';
  one('summary').textContent = (parts.join(', ') || 'Nothing is wrong') + (complete ? '.' : '; paper is still being looked at.');
  state('Up to date');
}

/** Shows where a mark is, on whatever page. */
function go(mark) {
  if (one('stage').matches('[data-as=paper], [data-as=platform]')) {
    surface('laptop');
  }
  if (mark.page && page?.path !== mark.page) {
    wanted = mark;
    open(mark.page);
  } else {
    frame.contentWindow?.focus();
    page?.reveal(mark);
  }
  if (!wide.matches) {
    toggle(false);
  }
}

function open(path) {
  if (decodeURIComponent(location.hash.slice(1)) === path) {
    frame.contentWindow.location.replace(address(path));
  } else {
    location.hash = path;
  }
}

function follow() {
  const path = decodeURIComponent(location.hash.slice(1)) || 'index.html';
  if (page?.path !== path) {
    page = null;
    frame.contentWindow.location.replace(address(path));
  }
}

function toggle(shown) {
  document.body.toggleAttribute('data-folded', !shown);
  one('toggle').setAttribute('aria-expanded', String(shown));
}

/** @param {string=} file that paper is to show, where it has no page */
function surface(name, file) {
  document.querySelectorAll('[data-surface]').forEach((it) => it.setAttribute('aria-pressed', String(it.getAttribute('data-surface') === name)));
  one('stage').setAttribute('data-as', name);
  sheets.hide();
  if (name === 'paper') {
    sheets.show(page?.path || '', file);
    if (!wide.matches) {
      toggle(false);
    }
  } else if (name === 'platform') {
    toggle(false);
    lms.show((page?.path || '').split('/')[0]);
  } else if (name === 'trace') {
    before = page && page.path !== 'trace.html' ? page.path : before;
    open('trace.html');
  } else if (page?.path === 'trace.html') {
    open(before);
  }
}

// What a page in the frame talks to.
window.workshop = {
  attach(its) {
    page = its;
    one('page-name').textContent = its.title;
    document.title = its.title + ' · Workshop';
    if (decodeURIComponent(location.hash.slice(1)) !== its.path) {
      history.replaceState(null, '', '#' + its.path);
    }
    listen(its.path);
    if (one('stage').matches('[data-as=paper]')) {
      sheets.show(its.path);
    }
    if (last.findings) {
      its.onFindings(last.findings);
    }
    const mark = wanted;
    wanted = null;
    if (mark) {
      frame.contentWindow.addEventListener('load', () => { frame.contentWindow.focus(); its.reveal(mark); }, { once: true });
    }
  },
  map: (place) => answers.one(place),
  show(mark) {
    toggle(true);
    list.select(mark);
  },
};

frame.addEventListener('load', () => {
  // A page that cannot be made says why in plain text, and has no script to ask for itself.
  if (!page && frame.contentDocument) {
    const path = decodeURIComponent(location.hash.slice(1)) || 'index.html';
    page = { path, onPage: (it) => it.html !== undefined && frame.contentWindow.location.reload(), onHello() {}, onFindings() {}, reveal() {} };
    listen(path);
  }
});
window.addEventListener('hashchange', follow);
one('toggle').addEventListener('click', () => toggle(document.body.hasAttribute('data-folded')));
one('map-all').addEventListener('click', () => answers.all());
one('undo').addEventListener('click', undo);
one('new-open').addEventListener('click', () => fresh.show(page?.path || ''));
one('explain-close').addEventListener('click', () => one('explain').close());
document.querySelectorAll('[data-surface]').forEach((it) => it.addEventListener('click', () => surface(it.getAttribute('data-surface'))));
toggle(wide.matches);
follow();
