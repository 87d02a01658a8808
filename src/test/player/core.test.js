// The player's core as a learner uses it.
const one = { key: 'pot/first', type: 'choice', choices: ['a', 'b', 'c'], right: ['b'], wrong: ['a', 'c'], principles: { a: 'p1', b: 'p2', c: 'p3' } };
const two = { key: 'pot/both', type: 'choice', choices: ['a', 'b', 'c'], right: ['a', 'c'], wrong: ['b'], principles: { a: 'p1', b: 'p4', c: 'p5' } };
const course = { course: 'tea', pass: 80, lessons: ['l1', 'l2'], quizzes: [{ id: 'pot', pool: ['pot/first', 'pot/both'] }, { id: 'milk', pool: [] }], scenarios: [] };

test('an answer is found again, whatever the order of choices is now', () => {
  const state = core.answered(core.empty(), 'pot', two, ['c', 'a']);
  same(core.answerTo(state, 'pot', Object.assign({}, two, { choices: ['c', 'b', 'a'] })), ['c', 'a']);
});

test('an answer that the question no longer has is forgotten', () => {
  const state = core.answered(core.empty(), 'pot', one, ['c']);
  same(core.answerTo(state, 'pot', Object.assign({}, one, { choices: ['a', 'b'] })), []);
});

test('state in is never changed', () => {
  const before = Object.freeze(core.empty());
  core.visited(core.answered(before, 'pot', one, ['b']), 'l1');
  same(before, core.empty());
});

test('a quiz stands at the share of right answers', () => {
  let state = core.answered(core.empty(), 'pot', one, ['b']);
  same(core.standing(state, 'pot', [one, two]), { answered: 1, right: 1, total: 2, finished: false, percent: 50 });
  state = core.answered(state, 'pot', two, ['a']);
  same(core.standing(state, 'pot', [one, two]).finished, true);
  same(core.standing(state, 'pot', [one, two]).percent, 50);
});

test('all right ones and no other are right', () => {
  same(types.choice.grade(two, ['a', 'c']), { right: true, partly: true, score: 1, given: ['a', 'c'], missed: [] });
  same(types.choice.grade(two, ['a']), { right: false, partly: true, score: 0.5, given: ['a'], missed: ['c'] });
  same(types.choice.grade(two, ['a', 'b', 'c']), { right: false, partly: true, score: 0.5, given: ['a', 'b', 'c'], missed: [] });
  same(types.choice.grade(one, ['a']), { right: false, partly: false, score: 0, given: ['a'], missed: ['b'] });
});

test('the best result counts and a new attempt starts empty', () => {
  let state = core.finished(core.answered(core.empty(), 'pot', one, ['b']), 'pot', 100);
  state = core.again(state, 'pot');
  same(core.answerTo(state, 'pot', one), []);
  state = core.finished(state, 'pot', 20);
  same(core.quizOf(state, 'pot').best, 100);
  same(core.quizOf(state, 'pot').attempt, 2);
});

test('weak principles are those broken and those missed', () => {
  let state = core.answered(core.empty(), 'pot', one, ['b']);
  state = core.answered(state, 'pot', two, ['a', 'b']);
  same(core.weak(state, 'pot', [one, two]), ['p4', 'p5']);
});

test('a course is done with every lesson and every quiz; its score is their mean', () => {
  let state = core.visited(core.visited(core.empty(), 'l1'), 'l2');
  state = core.finished(state, 'pot', 100);
  same(core.overall(state, course).done, false);
  state = core.finished(state, 'milk', 50);
  same(core.overall(state, course), { steps: 4, taken: 4, progress: 1, done: true, score: 75, passed: false });
});

test('what is packed unpacks to the same', () => {
  let state = core.located(core.visited(core.empty(), 'l1'), 'lesson-l1');
  state = core.practised(core.finished(core.answered(state, 'pot', two, ['a', 'c']), 'pot', 100), one, ['a']);
  same(core.unpack(core.pack(state, 4000)), state);
  same(/^[ -~]*$/.test(core.pack(state, 4000)), true);
});

test('what version 1 packed is still read', () => {
  const old = '1~lesson-l1~' + core.digest('l1') + '~' + core.digest('pot') + '.2.50.' + core.digest('pot/both') + core.digest('a').slice(-3) + core.digest('c').slice(-3) + '~';
  const state = core.unpack(old);
  same(core.answerTo(state, 'pot', two), ['a', 'c']);
  same(core.quizOf(state, 'pot').best, 50);
  // Kept as it was, until it is given anew.
  same(core.pack(state, 4000), old.replace('1~', '4~').replace('.2.50.', '.2.50..').replace(core.digest('pot/both'), '$&=') + '~');
  same(core.answerTo(core.unpack(core.pack(state, 4000)), 'pot', two), ['a', 'c']);
  same(core.pack(core.answered(state, 'pot', two, ['b']), 4000).indexOf('='), -1);
});

test('a shuffle is the same for a seed and never the order given', () => {
  const list = ['a', 'b', 'c'];
  const seen = {};
  for (let i = 0; i < 60; i++) {
    const order = core.shuffled(list, 'pot/first/' + i);
    same(order, core.shuffled(list, 'pot/first/' + i));
    same(order.slice().sort(), list);
    seen[order.join('')] = true;
  }
  same(Object.keys(seen).sort(), ['acb', 'bac', 'bca', 'cab', 'cba']);
});

const pairs = { key: 'pot/pairs', type: 'matching', choices: ['l', 'm'], targets: ['r', 's', 'x'], right: ['l.r', 'm.s'], wrong: ['x'], principles: { l: 'p1', m: 'p2', x: 'p3' } };
const steps = { key: 'pot/steps', type: 'sequencing', choices: ['a', 'b', 'c'], targets: [], right: ['a', 'b', 'c'], wrong: [], principles: { a: 'p1', b: 'p2', c: 'p3' } };
const word = { key: 'pot/word', type: 'fill-in', choices: [], right: [], typed: [['ok', 'I\u2019m sorry', '2'], ['alt', 'pardon', '0'], ['no', 'but', '0']], wrong: ['no'], principles: { ok: 'p1', no: 'p2' } };
const number = { key: 'pot/number', type: 'numeric', choices: [], right: [], typed: [['in', '18', '22'], ['low', '-1.5', '-1.5']], wrong: [], principles: { in: 'p1' } };
const long = { key: 'pot/long', type: 'long-answer', choices: [], right: [], typed: [], wrong: [], principles: { model: 'p9' } };
const likert = { key: 'pot/likert', type: 'likert', choices: ['n', 'o'], right: [], wrong: [], principles: {} };

test('pairs, order and texts are found again', () => {
  const text = 'I\u2019d say: "~;.,\'_-" \u00e9\ud83d\ude42\n(2\u00bd %)';
  let state = core.answered(core.empty(), 'pot', pairs, ['l.x', 'm.s']);
  state = core.answered(state, 'pot', steps, ['c', 'a', 'b']);
  state = core.answered(state, 'pot', word, [text]);
  state = core.unpack(core.pack(state, 4000));
  same(core.answerTo(state, 'pot', pairs), ['l.x', 'm.s']);
  same(core.answerTo(state, 'pot', steps), ['c', 'a', 'b']);
  same(core.answerTo(state, 'pot', word), [text]);
  same(/^[!-~]*$/.test(core.pack(state, 4000)), true);
});

test('an order that lacks a step is none, nor is a text for what takes none', () => {
  let state = core.answered(core.empty(), 'pot', steps, ['c', 'a', 'b']);
  same(core.answerTo(state, 'pot', Object.assign({}, steps, { choices: ['a', 'b', 'c', 'd'] })), []);
  same(core.answerTo(state, 'pot', Object.assign({}, steps, { type: 'fill-in' })), []);
  state = core.answered(core.empty(), 'pot', word, ['abcabc']);
  same(core.answerTo(state, 'pot', Object.assign({}, word, { type: 'choice', choices: ['a'] })), []);
});

test('a long text goes before anything else, and stays answered', () => {
  let state = core.answered(core.visited(core.empty(), 'l1'), 'pot', long, ['\u4f60'.repeat(3000)]);
  state = core.answered(state, 'pot', word, ['sorry']);
  same(core.answerTo(core.unpack(core.pack(state, 100000)), 'pot', long)[0].length, 2000);
  const back = core.unpack(core.pack(state, 4000));
  same(core.answerTo(back, 'pot', long)[0], '\u4f60'.repeat(20) + '\u2026');
  same(core.answerTo(back, 'pot', word), ['sorry']);
  same(core.hasVisited(back, 'l1'), true);
});

test('each type grades a share', () => {
  same(types.matching.grade(pairs, ['l.r', 'm.s']).score, 1);
  same(types.matching.grade(pairs, ['l.r', 'm.x']), { right: false, partly: true, score: 0.5, given: ['x'], missed: ['m'], held: ['l'] });
  same(types.sequencing.grade(steps, ['a', 'c', 'b']).score, 1 / 3);
  same(types.sequencing.grade(steps, ['c', 'a', 'b']).missed, ['a', 'b', 'c']);
  same(types.numeric.grade(number, ['22']).given, ['in']);
  same(types.numeric.grade(number, ['22.01']), { right: false, partly: false, score: 0, given: [], missed: ['in'] });
});

test('typos are forgiven where the author says so, and never into what is wrong', () => {
  const grade = (text) => types['fill-in'].grade(word, [text]);
  ['im sorry', " I'M  SORRY! ", '\u201cI\u2019m sorry.\u201d'].forEach((text) => same([grade(text).right, grade(text).close], [true, false]));
  ['im srory', 'im sory', "i'm sorrry", 'am sorry', 'im srroy'].forEach((text) => same([text, grade(text).right, grade(text).close], [text, true, true]));
  ['im so', 'sorry then', 'pardn', ''].forEach((text) => same([text, grade(text).right, grade(text).missed], [text, false, ['ok']]));
  same(grade('But').given, ['no']);
});

test('a number is read with a comma or a point, a sign and a unit', () => {
  const reads = types.numeric.reads;
  same(['20', ' 20,5 ', '+20.50 min', '\u22121,5', '1 200', '0'].map(reads), ['20', '20.5', '20.50', '-1.5', '1200', '0']);
  same(['', 'soon', '1.2.3', '5 to 6', '--1', 'h2o'].map(reads), ['', '', '', '', '', '']);
  same(['.72', 'about 72', 'ca. ,5 min', '~ 72 %', '1,234.5', '1.234.567', '$ 12'].map((one) => reads(one)), ['0.72', '72', '0.5', '72', '1234.5', '1234567', '12']);
  same(['18/25', '3 1/2', '\u22121/4', '5/0'].map((one) => reads(one)), ['0.72', '3.5', '-0.25', '']);
  same([reads('18/25', '%'), reads('.72', '%')], ['72', '0.72']);
});

test('what is not scored is answered and no more', () => {
  let state = core.answered(core.empty(), 'pot', one, ['b']);
  state = core.answered(state, 'pot', likert, ['o']);
  same(core.standing(state, 'pot', [one, likert, long]), { answered: 2, right: 1, total: 1, finished: false, percent: 100 });
  state = core.answered(state, 'pot', long, ['Sorry.']);
  same(core.standing(state, 'pot', [one, likert, long]).finished, true);
  same(core.weak(state, 'pot', [one, likert, long]), []);
  same(core.standing(state, 'pot', [likert]).percent, 100);
});

test('weak principles of parts are those of the wrong ones and the missing ones', () => {
  const state = core.answered(core.answered(core.empty(), 'pot', pairs, ['l.r', 'm.x']), 'pot', word, ['but']);
  same(core.weak(state, 'pot', [pairs, word, steps]), ['p3', 'p2', 'p1']);
});

test('anything else unpacks to the empty state', () => {
  ['', null, undefined, '5~a~b~c~d', 'hello', '1~~~'].forEach((text) => same(core.unpack(text), core.empty()));
});

test('a large course stays within the limit and keeps results before answers', () => {
  let state = core.empty();
  for (let bank = 0; bank < 30; bank++) {
    for (let i = 0; i < 12; i++) {
      state = core.answered(state, 'bank' + bank, { key: 'bank' + bank + '/q' + i, type: 'choice', choices: ['a', 'b'] }, ['a', 'b']);
    }
    state = core.finished(state, 'bank' + bank, 90);
  }
  const text = core.pack(state, 4000);
  same(text.length <= 4000, true);
  same(core.quizOf(core.unpack(text), 'bank29').best, 90);
});

const reply = (id, right, heat, loyalty, next) => ({ id: id, right: right, principle: 'p', heat: heat, loyalty: loyalty, next: next });
const talk = {
  id: 'cold-cup', start: 'cold', heat: 9, loyalty: 2,
  nodes: {
    cold: { ending: '', best: 'sorry', replies: [reply('sorry', true, -3, 2, 'warm'), reply('so', false, 4, -3, 'cold'), reply('bye', false, 0, -1, 'gone')] },
    warm: { ending: 'good', best: '', replies: [] },
    gone: { ending: 'poor', best: '', replies: [] }
  }
};
const say = (state, ...ids) => ids.reduce((before, id) => core.said(before, talk, id), state);
const where = (state) => {
  const now = core.walk(state, talk);
  return [now.node, now.heat, now.loyalty, now.steps.length];
};

test('a conversation walks on with its replies, and its meters stay from 0 to 10', () => {
  same(where(core.empty()), ['cold', 9, 2, 0]);
  same(where(say(core.empty(), 'so')), ['cold', 10, 0, 1]);
  const state = say(core.empty(), 'so', 'sorry');
  same(where(state), ['warm', 7, 2, 2]);
  same(core.walk(state, talk).steps[1].heat, 10);
});

test('the best ending stays; a step back and a new start change what is said', () => {
  let state = say(core.empty(), 'sorry');
  same(core.bestEnding(state, 'cold-cup'), 'good');
  state = core.unsaid(state, talk);
  same(where(state), ['cold', 9, 2, 0]);
  state = core.restarted(say(state, 'so', 'bye'), 'cold-cup');
  same(where(state), ['cold', 9, 2, 0]);
  same(core.bestEnding(state, 'cold-cup'), 'good');
  same(core.bestEnding(say(core.empty(), 'bye'), 'cold-cup'), 'poor');
});

test('the latest 32 replies are kept, and the meters of what went before', () => {
  let state = core.empty();
  for (let i = 0; i < 40; i++) {
    state = say(state, 'so');
  }
  same(where(state), ['cold', 10, 0, 32]);
  same(where(core.unpack(core.pack(state, 4000))), ['cold', 10, 0, 32]);
  same(where(say(state, 'sorry')), ['warm', 7, 2, 32]);
});

test('a conversation is packed by its replies, and goes on where a reply is gone', () => {
  const state = say(core.empty(), 'so', 'sorry');
  same(core.unpack(core.pack(state, 4000)), state);
  const changed = JSON.parse(JSON.stringify(talk));
  changed.nodes.cold.replies[0].id = 'reworded';
  const now = core.walk(state, changed);
  same([now.node, now.heat, now.steps.length], ['cold', 10, 1]);
});

const metered = {
  id: 'hot-cup', start: 'hot', heat: 5, loyalty: 5,
  nodes: {
    hot: {
      ending: '', best: 'offer',
      replies: [Object.assign(reply('offer', true, 1, 0, 'taken'), { ways: [{ heat: [5, 10], loyalty: [0, 8], to: 'gone' }] }), reply('cool', true, -2, 0, 'hot'), reply('so', false, 2, 0, 'hot')]
    },
    taken: { ending: 'good', best: '', replies: [] },
    gone: { ending: 'poor', best: '', replies: [] }
  }
};
const after = (...ids) => ids.reduce((before, id) => core.said(before, metered, id), core.empty());

test('the meters after a reply decide where it leads, and a kept conversation goes the same way', () => {
  same(core.walk(after('offer'), metered).node, 'gone');
  const cooled = after('cool', 'offer');
  same(core.walk(cooled, metered).node, 'taken');
  same(core.walk(core.unpack(core.pack(cooled, 4000)), metered).node, 'taken');
  same(core.bestEnding(cooled, 'hot-cup'), 'good');
});

test('the better reply is the one that leads to a good ending as the meters stand', () => {
  const at = (heat, loyalty) => core.better(metered, { node: 'hot', heat: heat, loyalty: loyalty });
  same(at(9, 5), 'cool');
  same(at(3, 5), 'offer');
  same(at(9, 9), 'offer');
  same(core.better(metered, { node: 'gone', heat: 0, loyalty: 0 }), '');
});

test('what was said goes before how it ended', () => {
  const state = say(core.empty(), 'sorry');
  const text = core.pack(state, core.pack(state, 4000).length - 1);
  same(core.bestEnding(core.unpack(text), 'cold-cup'), 'good');
  same(where(core.unpack(text)), ['cold', 9, 2, 0]);
});

test('what was packed before there were conversations is still read', () => {
  same(core.hasVisited(core.unpack('1~a~' + core.digest('l1') + '~~'), 'l1'), true);
});

test('a course is done when every conversation has ended', () => {
  const small = { course: 'tea', pass: 80, lessons: [], quizzes: [], scenarios: ['cold-cup'] };
  same(core.overall(say(core.empty(), 'so'), small).taken, 0);
  same(core.overall(say(core.empty(), 'bye'), small).done, true);
});

const keys = (n, from) => Array.from({ length: n }, (all, at) => (from || 'exam') + '/q' + at);
const exam = { id: 'exam', final: true, draw: 8, pool: keys(24), covers: [[0, 1, 2], [2, 3], [4], [5, 6, 7, 8, 9, 10, 11, 12]] };

test('a draw is the same for a seed, whatever the order of the pool is', () => {
  for (let i = 0; i < 200; i++) {
    const seed = 's' + i;
    const drawn = core.drawn(exam, seed);
    same(drawn, core.drawn(exam, seed));
    same([drawn.length, drawn.filter((key, at) => drawn.indexOf(key) === at && exam.pool.indexOf(key) >= 0).length], [8, 8]);
    const turned = Object.assign({}, exam, { pool: exam.pool.slice().reverse(), covers: exam.covers.map((places) => places.map((at) => 23 - at)) });
    same(core.drawn(turned, seed), drawn);
  }
});

test('a draw as large as what is to be covered covers it, whatever the seed', () => {
  for (let i = 0; i < 500; i++) {
    [4, 5, 8, 23].forEach((draw) => {
      const drawn = core.drawn(Object.assign({}, exam, { draw: draw }), 'x' + i);
      same(drawn.length, draw);
      same(exam.covers.every((places) => places.some((at) => drawn.indexOf(exam.pool[at]) >= 0)), true);
    });
  }
});

test('each question is drawn as often as its like, in every place', () => {
  const flat = { id: 'flat', pool: keys(20), draw: 5, covers: [] };
  const times = {};
  const first = {};
  for (let i = 0; i < 4000; i++) {
    const drawn = core.drawn(flat, (46656 + i * 397).toString(36));
    drawn.forEach((key) => (times[key] = (times[key] || 0) + 1));
    first[drawn[0]] = (first[drawn[0]] || 0) + 1;
  }
  // 1,000 and 200 expected; five standard deviations are 137 and 69.
  flat.pool.forEach((key) => same([key, Math.abs(times[key] - 1000) < 140, Math.abs(first[key] - 200) < 70], [key, true, true]));
});

test('without a draw, or with one as large as the pool, all are asked in the order written', () => {
  same(core.drawn({ id: 'q', pool: ['b', 'a'] }, 'seed'), ['b', 'a']);
  same(core.drawn({ id: 'q', pool: ['b', 'a'], draw: 2, covers: [] }, 'seed'), ['b', 'a']);
});

test('an attempt keeps its seed, the next one gets another', () => {
  let state = core.begun(core.empty(), 'pot', 'abcd');
  same(core.quizOf(core.begun(state, 'pot', 'wxyz'), 'pot').seed, 'abcd');
  state = core.unpack(core.pack(core.answered(state, 'pot', one, ['b']), 4000));
  same(core.quizOf(state, 'pot').seed, 'abcd');
  state = core.begun(core.again(state, 'pot'), 'pot', 'wxyz');
  same([core.quizOf(state, 'pot').seed, core.quizOf(state, 'pot').attempt], ['wxyz', 2]);
});

test('a shuffle mixes by what is in the list and by the seed', () => {
  const seen = {};
  for (let i = 0; i < 200; i++) {
    const order = core.mixed(['a', 'b', 'c'], 'k' + i);
    same(core.mixed(['c', 'a', 'b'], 'k' + i), order);
    seen[order.join('')] = true;
  }
  same(Object.keys(seen).sort(), ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
});

test('tries are counted until an answer is right or there are none left', () => {
  const twice = Object.assign({}, one, { attempts: 3 });
  let state = core.empty();
  same(core.triesLeft(state, 'pot', twice), 3);
  state = core.unpack(core.pack(core.answered(state, 'pot', twice, ['a']), 4000));
  same([core.triesLeft(state, 'pot', twice), core.standing(state, 'pot', [twice]).finished], [2, false]);
  state = core.unpack(core.pack(core.answered(state, 'pot', twice, ['c']), 4000));
  same([core.triesLeft(state, 'pot', twice), core.answerTo(state, 'pot', twice)], [1, ['c']]);
  same(core.triesLeft(core.answered(state, 'pot', twice, ['b']), 'pot', twice), 0);
  state = core.answered(state, 'pot', twice, ['a']);
  same([core.triesLeft(state, 'pot', twice), core.standing(state, 'pot', [twice]).finished], [0, true]);
  same(core.triesLeft(core.answered(core.empty(), 'pot', long, ['x']), 'pot', long), 0);
});

test('a text that was tried again loses its text before its tries', () => {
  const text = Object.assign({}, word, { attempts: 9 });
  let state = core.answered(core.answered(core.empty(), 'pot', text, ['no']), 'pot', text, ['z'.repeat(300)]);
  const room = core.pack(state, 4000).length - 1;
  state = core.unpack(core.pack(state, room));
  same([core.answerTo(state, 'pot', text)[0], core.triesLeft(state, 'pot', text)], ['z'.repeat(100) + '\u2026', 7]);
});

/** What is kept when room is shortest, and every answer still there. */
function tightest(state) {
  const text = core.pack(state, Infinity);
  const answers = (it) => JSON.stringify(core.unpack(it).quizzes).split('"').length;
  const ways = Array.from({ length: text.length }, (none, less) => core.pack(state, text.length - less)).filter((it) => answers(it) === answers(text));
  return ways[ways.length - 1];
}

test('a text that is cut counts for what it was, whatever is left of it', () => {
  const given = { 'Oh, Im srory!': 'ok', 'i\u2019m sorry': 'ok', pardon: 'alt', ' BUT ': 'no', 'Goodbye, then.': '' };
  Object.keys(given).forEach((said) => {
    const question = Object.assign({}, word, { typed: word.typed.concat([['oh', 'oh, im srory', '0']]), wrong: ['no'] });
    const whole = core.answered(core.empty(), 'pot', question, [said]);
    const cut = core.unpack(tightest(whole));
    const shown = core.answerTo(cut, 'pot', question);
    same(shown[0].slice(-1) === '\u2026' && said.indexOf(shown[0].slice(0, -1)) === 0, said.trim().length > 4);
    ['right', 'given', 'missed'].forEach((what) =>
      same([said, what, core.grade(question, shown)[what]], [said, what, core.grade(question, [said])[what]])
    );
    // What another device has of it fits, and only what is the same answer.
    same(core.filled(cut, whole), whole);
    same(core.filled(cut, core.answered(core.empty(), 'pot', question, ['Else'])), cut);
    // What was accepted is gone: it is asked again.
    const changed = Object.assign({}, question, { typed: [['new', 'so sorry', '2']], wrong: [] });
    same(core.answerTo(cut, 'pot', changed).length, shown.length > 1 && given[said] ? 0 : shown.length);
  });
});

test('a number that is cut is still in its range', () => {
  const grade = (text) => {
    const whole = core.answered(core.empty(), 'pot', number, [text]);
    const cut = core.unpack(tightest(whole));
    return [core.answerTo(cut, 'pot', number)[0], core.grade(number, core.answerTo(cut, 'pot', number)).given];
  };
  same(['20.000001', '22', '-1.50000', '23.00001'].map(grade), [['20.0\u2026', ['in']], ['22', ['in']], ['-1.5\u2026', ['low']], ['23.0\u2026', []]]);
});

test('partial credit and weight enter the score', () => {
  const half = Object.assign({}, two, { partial: true, weight: 3 });
  let state = core.answered(core.answered(core.empty(), 'pot', one, ['b']), 'pot', half, ['a']);
  // 1 of 1, and half of 3: 2.5 of 4.
  same(core.standing(state, 'pot', [one, half]), { answered: 2, right: 1, total: 2, finished: true, percent: 63 });
  same(core.standing(state, 'pot', [one, Object.assign({}, two, { weight: 3 })]).percent, 25);
  same(core.credit(half, ['b']), 0);
  same(core.credit(half, []), 0);
});

test('mastery counts what was asked about each principle', () => {
  const about = (question, ...tests) => Object.assign({}, question, { tests: tests });
  const asked = [about(one, 'p2'), about(two, 'p1', 'p2'), about(likert, 'p1')];
  const state = core.answered(core.answered(core.empty(), 'pot', one, ['b']), 'pot', two, ['a']);
  same(core.mastery(state, 'pot', asked), [{ principle: 'p2', right: 1, asked: 2 }, { principle: 'p1', right: 0, asked: 1 }]);
});

test('a final alone decides the score, and with the lessons when the course is done', () => {
  const whole = { course: 'tea', pass: 80, lessons: ['l1'], quizzes: [{ id: 'pot', pool: [] }, exam], scenarios: ['cold-cup'] };
  let state = core.finished(core.empty(), 'pot', 10);
  same(core.overall(state, whole), { steps: 4, taken: 1, progress: 0, done: false, score: 0, passed: false });
  state = core.finished(state, 'exam', 90);
  same([core.overall(state, whole).done, core.overall(state, whole).passed], [false, false]);
  state = core.visited(state, 'l1');
  same(core.overall(state, whole), { steps: 4, taken: 3, progress: 1, done: true, score: 90, passed: true });
  same(core.overall(core.visited(core.finished(core.empty(), 'exam', 79), 'l1'), whole).passed, false);
});

test('what version 2 packed is still read', () => {
  const old = '2~quiz-pot~' + core.digest('l1') + '~' + core.digest('pot') + '.2.50.' + core.digest('pot/both') + core.digest('a').slice(-3) + '~~' + core.digest('cold-cup') + '.2..';
  const state = core.unpack(old);
  same([core.answerTo(state, 'pot', two), core.quizOf(state, 'pot').best, core.quizOf(state, 'pot').seed, core.bestEnding(state, 'cold-cup')], [['a'], 50, '', 'good']);
  same(core.unpack(core.pack(state, 4000)), state);
});

/** A generator that gives the same numbers in every run: a failure can be looked at again. */
function numbers(seed) {
  let now = seed;
  return (below) => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return Math.floor((now / 4294967296) * below);
  };
}

test('whatever a learner has done, packing and unpacking gives it back', () => {
  const all = [one, two, pairs, steps, word, number, likert].map((it) => Object.assign({ attempts: 4 }, it));
  const texts = ['sorry', '', '!~;.,', "it's 3!2", '\u00e9\ud83d\ude42', 'a'.repeat(120)];
  for (let round = 0; round < 400; round++) {
    const any = numbers(round + 1);
    let state = core.empty();
    for (let step = 0; step < 30; step++) {
      const question = all[any(all.length)];
      const quiz = ['pot', 'milk', 'exam'][any(3)];
      const keeps = types[question.type].keeps;
      const response = keeps === 'text' ? [texts[any(texts.length)]]
        : keeps === 'pairs' ? question.choices.map((id) => id + '.' + question.targets[any(question.targets.length)])
        : keeps === 'order' ? core.mixed(question.choices, String(any(99)))
        : question.choices.filter(() => any(2));
      [
        () => core.answered(state, quiz, question, response, ['', 'sure', 'think', 'guess'][any(4)]),
        () => core.practised(state, question, response),
        () => core.begun(state, quiz, (46656 + any(1632960)).toString(36)),
        () => core.finished(state, quiz, any(101)),
        () => core.again(state, quiz),
        () => core.visited(state, 'l' + any(9)),
        () => core.located(state, 'lesson-l' + any(9))
      ].forEach((change) => (state = any(3) ? state : change()));
    }
    const text = core.pack(state, 100000);
    // What is empty is as good as not there.
    all.forEach((it) => ['pot', 'milk', 'exam'].forEach((quiz) => same(core.sureOf(core.unpack(text), quiz, it), core.sureOf(state, quiz, it))));
    const full = (map) => JSON.parse(JSON.stringify(map, (key, value) => (value === '' && key.length === 5 ? undefined : value)));
    same(full(core.unpack(text)), full(state));
    same(core.pack(core.unpack(text), 100000), core.pack(core.unpack(core.pack(core.unpack(text), 100000)), 100000));
    same(/^[!-~]*$/.test(text), true);
  }
});

test('how sure a learner was comes back, and changes neither answer nor tries nor score', () => {
  const twice = Object.assign({}, one, { attempts: 3 });
  [twice, word, pairs, steps].forEach((question) => {
    const response = question === twice ? ['a'] : question === word ? ['it is! so'] : question === pairs ? ['l.s', 'm.r'] : ['c', 'b', 'a'];
    ['', 'sure', 'think', 'guess'].forEach((sure) => {
      let plain = core.empty();
      let state = core.empty();
      for (let times = 1; times < 4; times++) {
        plain = core.answered(plain, 'pot', question, response);
        state = core.unpack(core.pack(core.answered(state, 'pot', question, response, sure), 4000));
        const seen = (it) => [core.answerTo(it, 'pot', question), core.triesLeft(it, 'pot', question), core.standing(it, 'pot', [question])];
        same([core.sureOf(state, 'pot', question)].concat(seen(state)), [sure].concat(seen(plain)));
      }
    });
  });
});

test('what was packed before one could say how sure one is, is still read', () => {
  const twice = Object.assign({}, one, { attempts: 3 });
  const old = '3~quiz-pot~~' + core.digest('pot') + '.1..abcd.' + core.digest(one.key) + core.digest('a').slice(-3) + '!2~~';
  const state = core.unpack(old);
  same([core.answerTo(state, 'pot', twice), core.triesLeft(state, 'pot', twice), core.sureOf(state, 'pot', twice)], [['a'], 1, '']);
  same(core.sureOf(core.empty(), 'pot', one), '');
});

test('each answer says how sure it was: the one before does not linger', () => {
  const twice = Object.assign({}, one, { attempts: 3 });
  const state = core.answered(core.answered(core.empty(), 'pot', twice, ['a'], 'sure'), 'pot', twice, ['c']);
  same([core.sureOf(state, 'pot', twice), core.triesLeft(state, 'pot', twice)], ['', 1]);
});

test('errors one was sure of come first, then other errors, then right guesses, then the rest', () => {
  const asked = ['right', 'guessed', 'wrong', 'sure', 'unsaid', 'surer'].map((key) => Object.assign({}, one, { key: 'pot/' + key }));
  const said = { right: ['b', 'sure'], guessed: ['b', 'guess'], wrong: ['a', 'think'], sure: ['c', 'sure'], unsaid: ['b', ''], surer: ['a', 'sure'] };
  const state = asked.reduce((all, it) => core.answered(all, 'pot', it, [said[it.key.slice(4)][0]], said[it.key.slice(4)][1]), core.empty());
  const order = core.ranked(state, 'pot', asked);
  same(order.map((it) => it.key.slice(4)), ['sure', 'surer', 'wrong', 'guessed', 'right', 'unsaid']);
  same(core.weak(state, 'pot', order)[0], 'p3');
});

test('200 questions of a final, each tried twice, fit', () => {
  let state = core.begun(core.empty(), 'exam', 'abcd');
  keys(200).forEach((key) => {
    const question = { key: key, type: 'choice', choices: ['a', 'b'], right: ['b'], attempts: 2 };
    state = core.answered(core.answered(state, 'exam', question, ['a']), 'exam', question, ['b']);
  });
  for (let at = 0; at < 40; at++) {
    state = core.visited(state, 'lesson' + at);
  }
  const text = core.pack(state, 4000);
  same([text.length < 4000, Object.keys(core.quizOf(core.unpack(text), 'exam').answers).length], [true, 200]);
});

test('two records of one quiz are joined into one that loses nothing of the same attempt', () => {
  const alone = (quiz) => Object.assign(core.empty(), { quizzes: quiz ? { qqqqq: quiz } : {} });
  const joined = (was, is) => core.joined(alone(was), alone(is)).quizzes.qqqqq;
  const base = core.begun(core.empty(), 'pot', 'abcd');
  const here = core.quizOf(core.answered(base, 'pot', one, ['b']), 'pot');
  const there = core.quizOf(core.answered(base, 'pot', two, ['a']), 'pot');
  same(Object.keys(joined(here, there).answers).length, 2);
  const next = core.quizOf(core.begun(core.again(core.finished(base, 'pot', 70), 'pot'), 'pot', 'wxyz'), 'pot');
  same(joined(here, next), next);
  same(joined(next, here), next);
  // The same attempt begun on two devices: the draw of the one that is further.
  const other = core.quizOf(core.begun(core.empty(), 'pot', 'efgh'), 'pot');
  same(joined(other, here), here);
  same(joined(undefined, here), here);
});

test('joining is the same both ways, changes nothing when repeated, and takes nothing from either', () => {
  let at = 7;
  const roll = (sides) => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return Math.floor((at / 0x100000000) * sides);
  };
  const some = (list) => list.filter(() => roll(2));
  const map = (keys, value) => some(keys).reduce((all, key) => Object.assign(all, { [key]: value() }), {});
  const text = () => ['abc', 'abd', "'a-b"][roll(3)] + ['', '!2', '!!s', '!3!g'][roll(4)];
  const best = () => [null, 0, 40, 90][roll(4)];
  const any = () => ({
    at: '', lessons: some(['lllll', 'mmmmm', 'nnnnn']),
    quizzes: map(['ppppp', 'qqqqq'], () => ({
      attempt: 1 + roll(2), over: roll(2) === 1, best: best(), seed: ['', 'abcd', 'efgh'][roll(3)], answers: map(['vvvvv', 'wwwww', 'xxxxx'], text)
    })),
    practice: map(['ooooo', 'zzzzz'], text),
    talks: map(['ttttt'], () => ({ best: best(), from: ['', 'nod52'][roll(2)], said: some(['aaa', 'bbb']) }))
  });
  const sorted = (state) =>
    JSON.stringify(Object.assign({}, state, { lessons: state.lessons.slice().sort() }), (key, value) =>
      value && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).sort().map((name) => [name, value[name]]) : value
    );
  for (let i = 0; i < 2000; i++) {
    const a = any();
    const b = any();
    const both = core.joined(a, b);
    same(sorted(core.joined(b, a)), sorted(both));
    same(sorted(core.joined(both, b)), sorted(both));
    same(sorted(core.joined(both, a)), sorted(both));
    [a, b].forEach((one) => {
      same(one.lessons.every((id) => both.lessons.indexOf(id) >= 0), true);
      same(Object.keys(one.practice).every((key) => both.practice[key]), true);
      same(Object.keys(one.talks).every((key) => both.talks[key].best >= one.talks[key].best), true);
      Object.keys(one.quizzes).forEach((key) => {
        const quiz = one.quizzes[key];
        const now = both.quizzes[key];
        same([now.attempt >= quiz.attempt, now.best >= quiz.best], [true, true]);
        same(now.attempt > quiz.attempt || Object.keys(quiz.answers).every((name) => now.answers[name]), true);
      });
    });
  }
});


test('what version 3 packed is still read: tries, how sure, pairs and texts', () => {
  const short = (id) => core.digest(id).slice(-3);
  const answers = [
    core.digest(one.key) + short('a') + '!2!s',
    core.digest(two.key) + short('a') + '!!g',
    core.digest(pairs.key) + short('l') + short('x') + short('m') + short('s'),
    core.digest(word.key) + "'so-sorry!3"
  ];
  const old = '3~quiz-pot~~' + core.digest('pot') + '.1..abcd.' + answers.join(',') + '~~';
  [core.unpack(old), core.unpack(core.pack(core.unpack(old), 4000))].forEach((state) => {
    same([one, two, pairs, word].map((it) => core.answerTo(state, 'pot', it)), [['a'], ['a'], ['l.x', 'm.s'], ['so sorry']]);
    same([one, two, pairs].map((it) => core.sureOf(state, 'pot', it)), ['sure', 'guess', '']);
    same(core.triesLeft(state, 'pot', Object.assign({}, one, { attempts: 3 })), 1);
  });
});

test('options that two characters do not tell apart are kept by three', () => {
  const text = (ids) => {
    const alike = Object.assign({}, one, { key: 'pot/alike', choices: ids, right: [ids[0]], wrong: ids.slice(1) });
    const state = core.unpack(core.pack(core.answered(core.empty(), 'pot', alike, [ids[1]]), 4000));
    same(core.answerTo(state, 'pot', alike), [ids[1]]);
    return core.quizOf(state, 'pot').answers[core.digest('pot/alike')];
  };
  const seen = {};
  let at = 0;
  let code = text(['x', 'o0']);
  same(code.length, 2);
  while (!seen[code]) {
    seen[code] = 'o' + at;
    code = text(['x', 'o' + ++at]);
  }
  same(text([seen[code], 'o' + at]).length, 3);
});

test('a principle is settled by what was asked; with a course that its final makes done, by what was answered', () => {
  const pot = Object.assign({}, one, { tests: ['p2'] });
  const asks = (key, principle) => Object.assign({}, one, { key: key, tests: [principle] });
  const last = asks('exam/last', 'p2');
  const whole = {
    course: 'tea', pass: 80, lessons: [], scenarios: [], questions: [pot, last, asks('pot/other', 'p9')],
    quizzes: [{ id: 'pot', pool: ['pot/first', 'pot/other'] }, { id: 'exam', pool: ['exam/last'], final: true }],
    objectives: [{ id: 'p2', says: 'Warm it.' }, { id: 'p9', says: 'Time it.' }]
  };
  const of = (state) => objectivesOf(state, whole).map((it) => [it.id, it.settled, it.score]);
  let state = core.begun(core.empty(), 'exam', 'abcd');
  same(of(state), [['p2', false, 0], ['p9', false, 0]]);
  state = core.answered(state, 'exam', last, ['b']);
  same(of(state), [['p2', false, 50], ['p9', false, 0]]);
  state = core.finished(state, 'exam', 100);
  same(of(state), [['p2', true, 100], ['p9', false, 0]]);
  same(of(core.answered(state, 'pot', pot, ['a'])), [['p2', true, 50], ['p9', false, 0]]);
});

test('what a learner ticks stands with the text, and goes with it', () => {
  const own = { key: 'pot/own', type: 'long-answer', choices: ['warm', 'minutes'], targets: [], right: [], typed: [], wrong: [], principles: {}, tests: [] };
  const packed = (state) => core.unpack(core.pack(state, 4096));
  let state = core.ticked(core.answered(core.empty(), 'pot', own, ['I am sorry.']), 'pot', own, ['minutes']);
  state = core.ticked(core.practised(state, own, ['Well.']), '', own, ['warm', 'minutes']);
  same(core.ticksOf(packed(state), 'pot', own), ['minutes']);
  same(core.ticksOf(packed(state), '', own), ['warm', 'minutes']);
  same(core.answerTo(packed(state), 'pot', own), ['I am sorry.']);
  same(core.ticksOf(core.ticked(state, '', own, []), '', own), []);
  same(core.ticksOf(core.answered(state, 'pot', own, ['Another.']), 'pot', own), []);
  // A line that the course no longer has is ticked no more; where there is no answer nothing is.
  same(core.ticksOf(state, '', Object.assign({}, own, { choices: ['warm', 'other'] })), ['warm']);
  same(core.ticked(core.empty(), 'pot', own, ['warm']), core.empty());
});
