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

const one = { key: 'pot/first', type: 'choice', multiple: false, choices: ['a', 'b', 'c'], right: ['b'], principles: { a: 'p1', b: 'p2', c: 'p3' } };
const two = { key: 'pot/both', type: 'choice', multiple: true, choices: ['a', 'b', 'c'], right: ['a', 'c'], principles: { a: 'p1', b: 'p4', c: 'p5' } };
const course = { course: 'tea', pass: 80, lessons: ['l1', 'l2'], banks: [['pot', 2], ['milk', 1]], scenarios: [] };
const isRight = (question, ids) => types[question.type].grade(question, ids).right;

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
  same(core.standing(state, 'pot', [one, two], isRight), { answered: 1, right: 1, total: 2, finished: false, percent: 50 });
  state = core.answered(state, 'pot', two, ['a']);
  same(core.standing(state, 'pot', [one, two], isRight).finished, true);
  same(core.standing(state, 'pot', [one, two], isRight).percent, 50);
});

test('all right ones and no other are right', () => {
  same(types.choice.grade(two, ['a', 'c']), { right: true, partly: true, missed: [] });
  same(types.choice.grade(two, ['a']), { right: false, partly: true, missed: ['c'] });
  same(types.choice.grade(two, ['a', 'b', 'c']), { right: false, partly: true, missed: [] });
  same(types.choice.grade(one, ['a']), { right: false, partly: false, missed: ['b'] });
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
  same(core.weak(state, 'pot', [one, two], isRight), ['p4', 'p5']);
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

test('anything else unpacks to the empty state', () => {
  ['', null, undefined, '2~a~b~c~d', 'hello', '1~~~'].forEach((text) => same(core.unpack(text), core.empty()));
});

test('a large course stays within the limit and keeps results before answers', () => {
  let state = core.empty();
  for (let bank = 0; bank < 30; bank++) {
    for (let i = 0; i < 12; i++) {
      state = core.answered(state, 'bank' + bank, { key: 'bank' + bank + '/q' + i, choices: ['a', 'b'] }, ['a', 'b']);
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
  state = core.unsaid(state, 'cold-cup');
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
  const small = { course: 'tea', pass: 80, lessons: [], banks: [], scenarios: ['cold-cup'] };
  same(core.overall(say(core.empty(), 'so'), small).taken, 0);
  same(core.overall(say(core.empty(), 'bye'), small).done, true);
});

return results;
