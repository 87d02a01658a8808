/** Small forms for what is new: what they give is written as an author would write it, or not at all. */
import { ask, send } from './ask.js';

const one = (id) => document.getElementById(id);

const field = (name, label, more = {}) => ({ name, label, kind: 'text', ...more });
const principle = (label = 'Principle') => field('principle', label, { kind: 'principle' });
const feedback = field('feedback', 'Feedback: why', { kind: 'area' });
const id = field('id', 'Id, such as agree-with-value', { needed: true, pattern: '[a-z0-9]+(-[a-z0-9]+)*' });
const title = field('title', 'Title', { needed: true });
const choose = (name, label, options) => field(name, label, { kind: 'choose', options });
const rows = (name, label, least, fields) => ({ name, label, kind: 'rows', least, fields });
const level = choose('level', 'Level', ['remember', 'understand', 'apply', 'analyse']);
const answer = (text, right) => rows('answers', 'Answers', 2, [field('text', text, { needed: true }), ...right, principle(), feedback]);

const list = (text) => text.split(/\s*,\s*/).filter(Boolean);
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
/** Without what was left empty. */
const filled = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== '' && value !== undefined));
const mapped = (it, applies = true) => filled({ [applies ? 'applies' : 'breaks']: it.principle, feedback: it.feedback });
const link = (text, to) => text + (to ? ' [·](principle:' + to + ')' : '');

/** What each type asks for beside id, level and stem, and what stands in the file for it. */
const TYPES = {
  choice: {
    label: 'one of a list',
    fields: [rows('answers', 'Options', 3, [field('text', 'Option', { needed: true }), field('right', 'It is right', { kind: 'check' }), principle(), feedback])],
    entry: (it) => ({ ...(it.answers.filter((a) => a.right).length > 1 ? { select: 'several' } : {}),
      options: it.answers.map((a) => ({ text: a.text, ...(a.right ? { correct: true } : {}), ...mapped(a, a.right) })) }),
  },
  'true-false': {
    label: 'true or false',
    fields: [choose('correct', 'The statement is', ['true', 'false']),
      field('truePrinciple', 'Principle of the answer “true”', { kind: 'principle' }), field('trueFeedback', 'Feedback on “true”', { kind: 'area' }),
      field('falsePrinciple', 'Principle of the answer “false”', { kind: 'principle' }), field('falseFeedback', 'Feedback on “false”', { kind: 'area' })],
    entry: (it) => ({ correct: it.correct === 'true',
      true: mapped({ principle: it.truePrinciple, feedback: it.trueFeedback }, it.correct === 'true'),
      false: mapped({ principle: it.falsePrinciple, feedback: it.falseFeedback }, it.correct === 'false') }),
  },
  matching: {
    label: 'what belongs with what',
    fields: [rows('answers', 'Pairs', 2, [field('left', 'This', { needed: true }), field('right', 'belongs with this', { needed: true }), principle(), feedback])],
    entry: (it) => ({ pairs: it.answers.map((a) => ({ left: a.left, right: a.right, ...mapped(a) })) }),
  },
  sequencing: {
    label: 'in the right order',
    fields: [rows('answers', 'Steps, in the right order', 3, [field('text', 'Step', { needed: true }), principle(), feedback])],
    entry: (it) => ({ steps: it.answers.map((a) => ({ text: a.text, ...mapped(a) })) }),
  },
  sort: {
    label: 'into categories',
    fields: [field('categories', 'Categories, with commas between them', { needed: true }),
      answer('Entry', [field('category', 'belongs to the category', { needed: true })])],
    entry: (it) => ({ categories: list(it.categories).map((name) => ({ id: slug(name), title: name })),
      entries: it.answers.map((a) => ({ text: a.text, category: slug(a.category), ...mapped(a) })) }),
  },
  'fill-in': {
    label: 'a word to type',
    fields: [rows('answers', 'What is accepted', 1, [field('text', 'Answer', { needed: true }), principle(), feedback])],
    entry: (it) => ({ accept: it.answers.map((a) => ({ text: a.text, ...mapped(a) })) }),
  },
  numeric: {
    label: 'a number to type',
    fields: [field('unit', 'Unit, if it has one'),
      rows('answers', 'What is accepted', 1, [field('from', 'From', { needed: true, kind: 'number' }), field('to', 'To', { needed: true, kind: 'number' }), principle(), feedback])],
    entry: (it) => filled({ unit: it.unit, accept: it.answers.map((a) => ({ from: +a.from, to: +a.to, ...mapped(a) })) }),
  },
  'hot-text': {
    label: 'phrases to mark',
    fields: [choose('mark', 'The learner marks what', ['breaks', 'applies']),
      rows('answers', 'The text, cut where a phrase can be marked', 2, [field('text', 'Words', { needed: true }), principle('Principle, of a phrase to mark'), feedback])],
    entry: (it) => ({ mark: it.mark, segments: it.answers.map((a) => ({ text: a.text, ...(a.principle ? mapped(a, it.mark === 'applies') : {}) })) }),
  },
  likert: {
    label: 'a scale, without right and wrong',
    fields: [field('scale', 'Points of the scale, with commas between them', { needed: true }), field('about', 'Principle it is about', { kind: 'principle', needed: true })],
    entry: (it) => ({ scale: list(it.scale), about: it.about }),
  },
  'long-answer': {
    label: 'own words, beside a model',
    fields: [field('text', 'A model answer', { kind: 'area', needed: true }), field('about', 'Principle it is about', { kind: 'principle', needed: true })],
    entry: (it) => ({ model: { text: it.text, applies: it.about }, about: it.about }),
  },
};

const question = ([type, { label, fields, entry }]) => ({
  name: 'Question: ' + label, in: 'bank', fields: [id, level, field('stem', 'Question', { kind: 'area', needed: true }), ...fields],
  make: (it, to) => ({ file: to.course + '/quizzes/' + to.bank + '.yaml', key: 'questions', entry: { id: it.id, type, level: it.level, stem: it.stem, ...entry(it) }, page: 'quiz-' + to.bank }),
});

/** Everything there is a form for. */
const FORMS = [
  {
    name: 'Lesson', in: 'course',
    fields: [id, title, field('teaches', 'Principles it teaches, with commas between them'), field('minutes', 'Minutes', { kind: 'number', needed: true, value: '5' }), field('body', 'Text, in Markdown', { kind: 'area', needed: true })],
    make: (it, to) => ({ file: to.course + '/lessons/' + it.id + '.md', matter: { title: it.title, teaches: list(it.teaches), minutes: +it.minutes }, body: it.body, page: it.id }),
  },
  ...Object.entries(TYPES).map(question),
  {
    name: 'Quiz, as a draft', in: 'course', fields: [id, title, field('first', 'Its first question', { kind: 'area', needed: true })],
    make: (it, to) => ({ file: to.course + '/quizzes/' + it.id + '.yaml', key: '', entry: {},
      otherwise: { title: it.title, draft: true, questions: [{ id: 'first', type: 'choice', level: 'apply', stem: it.first, options: [{ text: 'The right one', correct: true }, { text: 'A wrong one' }] }] }, page: 'quiz-' + it.id }),
  },
  {
    name: 'Principle', in: 'source',
    fields: [id, field('says', 'What to do, in your own words', { kind: 'area', needed: true }), choose('stance', 'Studies', ['opinion', 'supported', 'contested']),
      field('evidence', 'What it rests on', { kind: 'area' }), field('paragraph', 'Paragraph of the source that says so', { kind: 'number' })],
    make: (it, to) => {
      const entry = filled({ id: it.id, says: it.says, stance: it.stance, evidence: it.evidence, ...(it.paragraph ? { cites: [to.source + ' ¶' + it.paragraph] } : {}) });
      return { file: 'principles/' + to.source + '.yaml', key: 'principles', entry, otherwise: { principles: [entry] } };
    },
  },
  {
    name: 'Card', in: 'course',
    fields: [id, title, rows('front', 'Front: what to do, in order', 2, [field('text', 'Line', { needed: true }), principle()]),
      rows('back', 'Back: what to say', 1, [field('say', 'Say', { needed: true }), field('instead', 'Instead of', { needed: true }), principle()])],
    make: (it, to) => ({ file: to.course + '/cards/' + it.id + '.md', matter: { title: it.title },
      body: '# Front\n\n' + it.front.map((row, i) => i + 1 + '. ' + link(row.text, row.principle)).join('\n')
        + '\n\n# Back\n\n| Say | Instead of |\n|---|---|\n' + it.back.map((row) => '| ' + link(cell(row.say), row.principle) + ' | ' + link(cell(row.instead), row.principle) + ' |').join('\n') }),
  },
  {
    name: 'Dialogue', in: 'library',
    fields: [id, title, rows('poor', 'How it goes wrong', 2, [field('who', 'Who', { needed: true }), field('text', 'Says', { kind: 'area', needed: true }), principle()]),
      rows('good', 'How it goes well', 2, [field('who', 'Who', { needed: true }), field('text', 'Says', { kind: 'area', needed: true }), principle()])],
    make: (it) => ({ file: 'dialogues/' + it.id + '.md', matter: { title: it.title }, body: '# Poor\n\n' + turns(it.poor) + '\n\n# Good\n\n' + turns(it.good) }),
  },
  {
    name: 'Scenario node', in: 'scenario',
    fields: [id, field('line', 'What they say', { kind: 'area', needed: true }),
      rows('replies', 'Replies', 2, [field('text', 'What the learner can say', { needed: true }), field('right', 'It is right', { kind: 'check' }), principle(), feedback, field('next', 'Id of the node that follows', { needed: true })])],
    make: (it, to) => ({ file: to.course + '/scenarios/' + to.scenario + '.yaml', key: 'nodes', page: 'scenario-' + to.scenario,
      entry: { [it.id]: { line: it.line, replies: it.replies.map((reply) => ({ text: reply.text, ...mapped(reply, reply.right), next: reply.next })) } } }),
  },
  {
    name: 'Source', in: 'library',
    fields: [id, title, field('creator', 'Who said or wrote it'), choose('form', 'What it is', ['transcript', 'article']), field('rights', 'What its owner allows'),
      { name: 'pasted', kind: 'pasted', label: 'Its text: paste it here, an empty line between paragraphs' },
      rows('excerpts', 'Excerpts: select words in the paragraphs below, and press “Quote”', 0, [field('id', 'Id', { needed: true }), field('text', 'To the letter', { kind: 'area', needed: true }), field('paragraph', 'Paragraph', { kind: 'number', needed: true })])],
    make: (it) => ({ file: 'sources/' + it.id + '.md',
      matter: filled({ title: it.title, creator: it.creator, kind: it.form, rights: it.rights, quotation: { words: 25, share: '10%' }, blocks: { ['1-' + Math.max(1, paragraphs(it.pasted).length)]: it.form } }),
      body: it.excerpts.map((row) => '## ' + row.id + '\n\n> ' + row.text.replace(/\s+/g, ' ') + '\n\nParagraph ' + row.paragraph + '.').join('\n\n') }),
    after: (it) => 'To prove the excerpts, save the text in a file outside the workspace and run: rebound source add FILE --id ' + it.id,
  },
];

const cell = (text) => text.replace(/\|/g, '\\|');
const turns = (all) => all.map((row) => '**' + row.who + ':** ' + link(row.text, row.principle)).join('\n\n');
const paragraphs = (text) => text.split(/\n\s*\n/).map((it) => it.trim()).filter(Boolean);

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
  const common = { required: it.needed ? '' : undefined };
  const input = it.kind === 'area' ? made('textarea', { rows: '2', ...common })
    : it.kind === 'choose' ? made('select', {}, ...it.options.map((option) => new Option(option)))
      : it.kind === 'check' ? made('input', { type: 'checkbox' })
        : made('input', { type: it.kind === 'number' ? 'number' : 'text', step: it.kind === 'number' ? 'any' : undefined, list: it.kind === 'principle' ? 'new-principles' : undefined, pattern: it.pattern, autocomplete: 'off', ...common });
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
  return { element: box, add, read: () => all.map(({ row }) => Object.fromEntries(row.map(([name, part]) => [name, part.read()]))) };
}

/** A pasted text in paragraphs, in which excerpts are picked with the mouse, or with Shift and the arrow keys in the text. */
function pasted(it) {
  const area = made('textarea', { rows: '5' });
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
    const line = node && (node.nodeType === 1 ? node : node.parentElement).closest('.new-paragraphs li');
    if (line && shown.contains(line)) {
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

  function draw() {
    places();
    fields = current().fields.map((it) => [it.name, control(it, things)]);
    one('new-fields').replaceChildren(...fields.map(([, it]) => it.element));
    one('new-says').textContent = '';
    const by = Object.fromEntries(fields);
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
    const { file, key, entry, otherwise, matter, body, page } = form.make(values, to);
    const path = on.name() + '/' + file;
    const answer = key !== undefined
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
  one('new-course').addEventListener('change', places);
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
