// The player's core as a learner uses it. Returns what PlayerCoreTest shows: [{name, failure}].
const results = [];

function test(name, run) {
  try {
    run();
    results.push({ name: name, failure: '' });
  } catch (failure) {
    results.push({ name: name, failure: String(failure) });
  }
}

function same(actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(JSON.stringify(actual) + ' instead of ' + JSON.stringify(expected));
  }
}

const one = { key: 'pot/first', type: 'choice', choices: ['a', 'b', 'c'], right: ['b'], wrong: ['a', 'c'], principles: { a: 'p1', b: 'p2', c: 'p3' } };
const two = { key: 'pot/both', type: 'choice', choices: ['a', 'b', 'c'], right: ['a', 'c'], wrong: ['b'], principles: { a: 'p1', b: 'p4', c: 'p5' } };
const course = { course: 'tea', pass: 80, lessons: ['l1', 'l2'], banks: [['pot', 2], ['milk', 1]] };

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
  same(core.overall(state, course), { steps: 4, taken: 4, done: true, score: 75, passed: false });
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
  same(core.pack(state, 4000), old.replace('1~', '2~'));
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

test('anything else unpacks to the empty state', () => {
  ['', null, undefined, '3~a~b~c~d', 'hello', '1~~~'].forEach((text) => same(core.unpack(text), core.empty()));
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

return results;
