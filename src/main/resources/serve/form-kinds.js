/** What there is a form for: what it asks, and what is written of that. */

const field = (name, label, more = {}) => ({ name, label, kind: 'text', ...more });
const principle = (label = 'Principle') => field('principle', label, { kind: 'principle' });
const feedback = field('feedback', 'Feedback: why', { kind: 'area' });
const id = field('id', 'Id, such as agree-with-value', { needed: true, pattern: '[a-z0-9]+(-[a-z0-9]+)*' });
const title = field('title', 'Title', { needed: true });
const choose = (name, label, options) => field(name, label, { kind: 'choose', options });
const rows = (name, label, least, fields) => ({ name, label, kind: 'rows', least, fields });
const level = choose('level', 'Level', ['remember', 'understand', 'apply', 'analyse']);
const hundredths = (name, label) => field(name, label, { kind: 'number', needed: true, min: 0, max: 100, step: 1 });
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
  hotspot: {
    label: 'a place on a picture',
    fields: [{ name: 'picture', kind: 'picture', label: 'Picture, from the course’s images folder', areas: 'areas' },
      field('shows', 'What it shows, for whoever cannot see it', { needed: true }),
      rows('areas', 'Areas: draw each over the picture, or say where it is, in hundredths of the picture', 2, [field('text', 'What is there', { needed: true }),
        field('right', 'It is right', { kind: 'check' }), hundredths('left', 'From the left edge'), hundredths('top', 'From the top'), hundredths('width', 'Width'), hundredths('height', 'Height'),
        principle(), feedback])],
    entry: (it) => ({ ...(it.areas.filter((a) => a.right).length > 1 ? { select: 'several' } : {}), picture: '![' + it.shows.replace(/[[\]]/g, '') + '](' + it.picture + ')',
      areas: it.areas.map((a) => ({ text: a.text, left: +a.left, top: +a.top, width: +a.width, height: +a.height, ...(a.right ? { correct: true } : {}), ...mapped(a, a.right) })) }),
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

/** Whose a source is: a free one may be kept as it is. */
const LICENSES = [['', 'Somebody’s own: only what is quoted may be kept'], ['ours', 'Ours'], ['CC-BY-4.0', 'Openly licensed: CC BY 4.0'],
  ['CC-BY-SA-4.0', 'Openly licensed: CC BY-SA 4.0'], ['CC0-1.0', 'Nobody’s: CC0'], ['CC-PDDC', 'Nobody’s: public domain']];
const text = { name: 'pasted', kind: 'pasted', label: 'Its text: paste it here' };
const excerpts = rows('excerpts', 'Excerpts: select words in the paragraphs above, and press “Quote”', 0, [field('id', 'Id', { needed: true }), field('text', 'To the letter', { kind: 'area', needed: true }), field('paragraph', 'Paragraph', { kind: 'number', needed: true })]);
const quoted = (all) => all.map((row) => '## ' + row.id + '\n\n> ' + row.text.replace(/\s+/g, ' ') + '\n\nParagraph ' + row.paragraph + '.').join('\n\n');

/** Whose each paragraph is: {'1-2': 'boilerplate', '3-9': 'transcript'}. */
function blocks(count, form, others) {
  const isOther = (n) => list(others).some((range) => { const [from, to = from] = range.split('-'); return n >= +from && n <= +to; });
  const made = {};
  for (let from = 1; from <= Math.max(1, count);) {
    let to = from;
    while (to < count && isOther(to + 1) === isOther(from)) {
      to++;
    }
    made[from + '-' + to] = isOther(from) ? 'boilerplate' : form;
    from = to + 1;
  }
  return made;
}

/** Everything there is a form for. */
export const FORMS = [
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
    fields: [id, title, field('creator', 'Who said or wrote it'), choose('form', 'What it is', ['transcript', 'article']),
      choose('license', 'Whose it is', LICENSES), field('rights', 'What its owner allows'), text,
      field('others', 'Paragraphs that are not its author’s: introductions, menus, comments. Such as 1-2, 9', { pattern: '\\s*\\d+(-\\d+)?(\\s*,\\s*\\d+(-\\d+)?)*\\s*' }), excerpts],
    make: (it) => ({ file: 'sources/' + it.id + '.md', pasted: it.pasted, body: quoted(it.excerpts),
      matter: filled({ title: it.title, creator: it.creator, kind: it.form, license: it.license, rights: it.rights,
        ...(it.license ? {} : { quotation: { words: 25, share: '10%' } }), blocks: blocks(paragraphs(it.pasted).length, it.form, it.others) }) }),
    after: (it) => (it.license ? 'Its text stands beside it.' : 'Its excerpts are locked; the text itself is not kept.'),
  },
  {
    name: 'Excerpts of a source', in: 'source', fields: [text, excerpts],
    make: (it, to) => ({ file: 'sources/' + to.source + '.md', pasted: it.pasted, body: quoted(it.excerpts) }),
    after: () => 'All its excerpts are proved anew.',
  },
];

const cell = (text) => text.replace(/\|/g, '\\|');
const turns = (all) => all.map((row) => '**' + row.who + ':** ' + link(row.text, row.principle)).join('\n\n');

/** As the server cuts it: between empty lines, or else line by line. */
export function paragraphs(whole) {
  const clean = whole.trim();
  return clean.split(/\n[ \t\u00a0]*\n/.test(clean) ? /\n(?:[ \t\u00a0]*\n)+/ : '\n').map((it) => it.trim()).filter(Boolean);
}
