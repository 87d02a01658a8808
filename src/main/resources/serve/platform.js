/**
 * A learning platform around the package, and its record beside it. The platform is `strict-lms.js`, which our own tests
 * use, too. Whatever the package has told it is kept for as long as this window is open.
 */
import { ask } from './ask.js';

const one = (id) => document.getElementById(id);
const LIMITS = { scorm12: 4096, scorm2004: 64000 };
const NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' };
/** How many calls are shown. */
const MOST = 200;

const made = (name, text, attributes = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
};

const kept = {
  of: (place) => JSON.parse(sessionStorage.getItem('platform/' + place) || '{}'),
  set: (place, record) => sessionStorage.setItem('platform/' + place, JSON.stringify(record)),
  forget: (place) => sessionStorage.removeItem('platform/' + place),
};

/** What a package of a course keeps in the browser, beside the platform. */
const onDevice = (course) => Object.keys(localStorage).filter((it) => it.startsWith('rebound.' + course + '.') && it.includes('.lms'));

/** Puts that aside for another platform, whose learners have devices of their own, and brings back what it had there. */
function changeDevice(from, to) {
  const mine = onDevice(from.course);
  sessionStorage.setItem('device/' + from.standard + '/' + from.course, JSON.stringify(mine.map((it) => [it, localStorage.getItem(it)])));
  mine.forEach((it) => localStorage.removeItem(it));
  JSON.parse(sessionStorage.getItem('device/' + to.standard + '/' + to.course) || '[]').forEach(([name, value]) => localStorage.setItem(name, value));
}

/** A platform's record in words. */
export class LmsRecord {
  /**
   * @param {'scorm12'|'scorm2004'} standard
   * @param {Object<string, string>} data by element
   * @param {Array<{interaction: string, objective: string, stem: string, says: string, options: string}>} key
   */
  constructor(standard, data, key) {
    this.is12 = standard === 'scorm12';
    this.data = data;
    this.key = key;
  }

  get status() {
    return this.is12
      ? this.data['cmi.core.lesson_status'] || 'not attempted'
      : [this.data['cmi.completion_status'] || 'unknown', this.data['cmi.success_status']].filter((it) => it && it !== 'unknown').join(', ') || 'unknown';
  }

  get score() {
    const raw = this.data[this.is12 ? 'cmi.core.score.raw' : 'cmi.score.raw'];
    const scaled = this.data['cmi.score.scaled'];
    return raw !== undefined ? raw + ' of 100' : scaled !== undefined ? Math.round(scaled * 100) + ' of 100' : 'none yet';
  }

  /** How far the learner is, where the platform is told. */
  get progress() {
    const measure = this.data['cmi.progress_measure'];
    return measure === undefined ? '' : Math.round(measure * 100) + ' %';
  }

  get used() {
    return (this.data['cmi.suspend_data'] || '').length;
  }

  /** Whether the platform takes it for finished, and so can open it for review. */
  get finished() {
    return /passed|completed|failed/.test(this.data[this.is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status'] || '');
  }

  places(kind) {
    const numbers = Object.keys(this.data).flatMap((name) => {
      const found = new RegExp('^cmi\\.' + kind + '\\.(\\d+)\\.').exec(name);
      return found ? [+found[1]] : [];
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  objectives() {
    return this.places('objectives').map((n) => {
      const at = (part) => this.data['cmi.objectives.' + n + '.' + part];
      const id = at('id') || '';
      const score = at('score.raw') !== undefined ? at('score.raw') + ' of 100' : at('score.scaled') !== undefined ? Math.round(at('score.scaled') * 100) + ' of 100' : '';
      return { id, says: at('description') || this.key.find((it) => it.objective === id)?.says || '', status: at(this.is12 ? 'status' : 'success_status') || 'unknown', score };
    });
  }

  interactions() {
    return this.places('interactions').map((n) => {
      const at = (part) => this.data['cmi.interactions.' + n + '.' + part];
      const id = at('id') || '';
      const key = this.key.find((it) => it.interaction === id.replace(/_\d+$/, '') || it.interaction === id);
      return {
        id, raw: at(this.is12 ? 'student_response' : 'learner_response') || '', asks: key?.stem || at('description') || '', result: at('result') || '',
        response: words(at(this.is12 ? 'student_response' : 'learner_response') || '', key?.options || '', at('type') || ''),
      };
    });
  }
}

/** A response with the words of its options in place of their letters or ids. */
function words(response, options, type) {
  if (/fill-in|numeric/.test(type) || !options) {
    return response;
  }
  const lists = options.split('\n\n').map((list) => list.split('\n').map((line) => {
    const [letter, id, ...rest] = line.split(' = ');
    return { letter, id, text: rest.join(' = ') };
  }));
  const word = (sign, list) => lists[list]?.find((it) => it.letter === sign || it.id === sign)?.text || sign;
  return response.split(/\[,\]|,/).map((part) => part.split(/\[\.\]|\./).map((sign, list) => word(sign, list)).join(' → ')).join('; ');
}

/** The platform's part of the window. */
export function platform() {
  let standard = 'scorm12';
  let course = '';
  /** @type {{starts: Array<{href: string, title: string}>, key: Array<Object>}?} */
  let opened = null;
  let start = 0;
  let habits = [];
  let calls = [];
  let wrong = 0;
  let session = 0;
  /** @type {{standard: string, course: string}?} what runs, or ran last */
  let ran = null;

  const place = () => standard + '/' + course + '/' + start;
  const frame = () => one('package');

  function say(text, bad = false) {
    one('platform-says').textContent = text;
    one('platform-says').toggleAttribute('data-bad', bad);
  }

  /** What the package calls, and what it is told. */
  function listened(lms) {
    const api = {};
    Object.entries(lms.api).forEach(([name, call]) => {
      api[name] = (...values) => {
        const before = lms.complaints.length;
        const answer = call(...values);
        const told = /GetLastError|GetErrorString|GetDiagnostic/.test(name);
        if (!told) {
          const complaint = lms.complaints.slice(before).join('; ');
          wrong += complaint ? 1 : 0;
          calls = [{ name, values, answer: String(answer), complaint }, ...calls].slice(0, MOST);
          later();
        }
        return answer;
      };
    });
    return api;
  }

  let waiting = false;
  function later() {
    if (!waiting) {
      waiting = true;
      setTimeout(() => { waiting = false; draw(); }, 60);
    }
  }

  /** What a package sends goes to its own record, whatever is chosen by then. */
  const server = (of) => (elements) => {
    if (habits.includes('cut')) {
      throw new Error('lost on the way');
    }
    kept.set(of, elements);
    return 'true';
  };

  /** Leaves whatever is open, as a learner does, and opens it again. */
  async function launch(more = []) {
    const mine = ++session;
    await new Promise((left) => {
      frame().addEventListener('load', left, { once: true });
      frame().contentWindow.location.replace('about:blank');
    });
    if (mine !== session || !opened) {
      return;
    }
    const runs = { standard, course };
    if (ran && (ran.standard !== standard || ran.course !== course)) {
      changeDevice(ran, runs);
    }
    ran = runs;
    habits = more;
    calls = [];
    wrong = 0;
    const lms = window.strictLms(standard, habits, kept.of(place()), server(place()));
    Object.values(NAMES).forEach((name) => delete window[name]);
    window[NAMES[standard]] = listened(lms);
    frame().contentWindow.location.replace(opened.starts[start].href);
    say(lms.mode === 'review' ? 'Open for review.' : 'Open.');
    draw();
  }

  async function open() {
    opened = null;
    say('The package is being made…');
    frame().contentWindow.location.replace('about:blank');
    draw();
    const answer = await ask('/_/package', { standard, course });
    if (!answer.ok) {
      say(answer.says, true);
      return;
    }
    opened = answer.value;
    start = Math.min(start, opened.starts.length - 1);
    one('platform-unit').replaceChildren(...opened.starts.map((it, i) => new Option(it.title, String(i), false, i === start)));
    one('platform-unit').closest('label').hidden = opened.starts.length < 2;
    await launch();
  }

  function draw() {
    const record = new LmsRecord(standard, kept.of(place()), opened ? opened.key : []);
    const limit = LIMITS[standard];
    const ready = opened !== null;
    ['expire', 'cut', 'again', 'review', 'forget'].forEach((it) => (one('platform-' + it).disabled = !ready));
    one('platform-expire').disabled = !ready || habits.includes('expired');
    one('platform-review').disabled = !ready || !record.finished;
    one('platform-review').title = record.finished ? '' : 'A platform opens what is finished for review.';
    one('platform-cut').setAttribute('aria-pressed', String(habits.includes('cut')));
    one('record-status').textContent = record.status;
    one('record-score').textContent = record.score;
    one('record-progress').textContent = record.progress;
    one('record-progress').parentElement.hidden = !record.progress;
    one('record-used').textContent = record.used.toLocaleString('en') + ' of ' + limit.toLocaleString('en') + ' characters';
    Object.assign(one('record-meter'), { max: limit, value: record.used, high: limit * 0.9 });
    fill('record-objectives', record.objectives().map((it) => row(it.says || it.id, [it.status, it.score].filter(Boolean).join(', '), it.status)));
    fill('record-interactions', record.interactions().map((it) => row(it.asks || it.id, [it.result, it.response && '“' + it.response + '”'].filter(Boolean).join(': '), it.result, it.id + (it.raw ? ' = ' + it.raw : ''))));
    one('record-calls-count').textContent = calls.length + (calls.length === MOST ? ' latest' : '') + (wrong ? ', ' + wrong + ' against the standard' : ', none against the standard');
    fill('record-calls', calls.map((it) => {
      const line = made('li', '', it.complaint || it.answer === 'false' ? { 'data-bad': '' } : {});
      line.append(made('code', it.name + '(' + it.values.map((value) => short(String(value))).join(', ') + ')'), ' → ' + (short(it.answer) || '“”'));
      if (it.complaint) {
        line.append(made('strong', ' Against the standard.'));
      }
      return line;
    }));
  }

  const short = (text) => (text.length > 60 ? text.slice(0, 57) + '…' : text);

  function fill(id, rows) {
    one(id).replaceChildren(...(rows.length ? rows : [made('li', 'None yet.', { class: 'none' })]));
  }

  /** @param {string=} stored as the platform has it, without words */
  function row(text, said, state, stored) {
    const line = made('li', '', { 'data-state': /passed|correct|completed/.test(state) && !/incorrect|incomplete/.test(state) ? 'good' : /failed|wrong|incorrect/.test(state) ? 'bad' : 'open' });
    line.append(made('span', text), made('small', said));
    if (stored) {
      line.append(made('code', stored));
    }
    return line;
  }

  one('platform-standard').addEventListener('change', (event) => { standard = event.target.value; open(); });
  one('platform-course').addEventListener('change', (event) => { course = event.target.value; start = 0; open(); });
  one('platform-unit').addEventListener('change', (event) => { start = +event.target.value; launch(); });
  one('platform-expire').addEventListener('click', () => {
    habits.push('expired');
    say('The session has expired: the platform takes nothing more until the course is opened again.', true);
    draw();
  });
  one('platform-cut').addEventListener('click', () => {
    const cut = habits.indexOf('cut');
    cut < 0 ? habits.push('cut') : habits.splice(cut, 1);
    say(cut < 0 ? 'The network is cut: nothing that is sent arrives.' : 'The network is back.', cut < 0);
    draw();
  });
  one('platform-again').addEventListener('click', () => launch());
  one('platform-review').addEventListener('click', () => launch(['reviews']));
  one('platform-forget').addEventListener('click', async () => {
    await new Promise((left) => {
      frame().addEventListener('load', left, { once: true });
      frame().contentWindow.location.replace('about:blank');
    });
    kept.forget(place());
    // What the package keeps on the device is this learner's, too.
    onDevice(course).forEach((it) => localStorage.removeItem(it));
    launch();
  });

  return {
    courses(all) {
      one('platform-course').replaceChildren(...all.map((it) => new Option(it.title, it.id, false, it.id === course)));
      one('platform-course').closest('label').hidden = all.length < 2;
      course = all.some((it) => it.id === course) ? course : all[0]?.id || '';
    },
    show(wanted) {
      const other = wanted && wanted !== course && [...one('platform-course').options].some((it) => it.value === wanted);
      course = other ? wanted : course;
      one('platform-course').value = course;
      start = other ? 0 : start;
      return other || !opened ? open() : Promise.resolve();
    },
  };
}
