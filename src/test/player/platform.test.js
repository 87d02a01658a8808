// What the keepers for learning platforms share, on platforms made of a few lines.
const ONE = { course: 'tea', quizzes: [{ id: 'pot', from: ['pot'] }], lessons: [], scenarios: [], questions: [], objectives: [] };
const DONE = { done: true, passed: true, score: 100, steps: 1, taken: 1 };
const HALF = { done: false, passed: false, score: 0, steps: 2, taken: 1 };

function state(parts) {
  return core.pack(Object.assign(core.empty(), parts), 4000);
}

/** A platform that has a state; what it is sent it may not hear. */
function open(there, hears) {
  const seen = { text: '', sent: [] };
  const keeper = platformKeeper('tea', {
    connect: (done) => done({ learner: '7', writes: true, state: there }),
    send(parcel, answers, done) {
      seen.sent.push(parcel.text);
      done(hears, answers);
    },
    leave: (left) => left(),
    certain: false,
    limit: 4000
  });
  keeper.open((text) => (seen.text = text));
  return Object.assign(seen, { keeper: keeper });
}

function met(name, run) {
  test(name, () => {
    localStorage.clear();
    run();
  });
}

met('what two devices know is one state that takes nothing from either', () => {
  const here = open('', false).keeper;
  const quiz = (attempt, best, answers) => ({ attempt: attempt, over: false, best: best, seed: '', answers: answers });
  here.save('first', '', HALF, []);
  here.save(
    state({
      at: 'lesson-b', lessons: ['bbbbb'], practice: { ppppp: 'yyy' },
      quizzes: { qqqqq: quiz(2, 40, { xxxxx: 'new' }), rrrrr: quiz(1, null, { xxxxx: 'our' }) },
      talks: { ttttt: { best: 0, from: '', said: ['new'] }, uuuuu: { best: null, from: '', said: ['our'] } }
    }), '', HALF, []
  );
  const there = state({
    at: 'lesson-a', lessons: ['aaaaa'], practice: { ooooo: 'zzz' },
    quizzes: { qqqqq: quiz(1, 90, { xxxxx: 'old' }), rrrrr: quiz(1, null, { wwwww: 'its' }) },
    talks: { ttttt: { best: 2, from: '', said: ['old', 'old'] }, vvvvv: { best: 1, from: 'nod52', said: ['its'] } }
  });
  const both = core.unpack(open('1|' + there, true).text);
  same(both.at, 'lesson-b');
  same(both.lessons, ['aaaaa', 'bbbbb']);
  same(both.practice, { ooooo: 'zzz', ppppp: 'yyy' });
  // The later attempt, the better result; of one attempt, all answers.
  same(both.quizzes.qqqqq, quiz(2, 90, { xxxxx: 'new' }));
  same(both.quizzes.rrrrr, quiz(1, null, { wwwww: 'its', xxxxx: 'our' }));
  // A conversation held on both: the newer words, the better ending. Held on one: as it was there.
  same(both.talks.ttttt, { best: 2, from: '', said: ['new'] });
  same(both.talks.uuuuu, { best: null, from: '', said: ['our'] });
  same(both.talks.vvvvv, { best: 1, from: 'nod52', said: ['its'] });
});

met('the platform is right where it knows as much', () => {
  const here = open('', true).keeper;
  here.save(state({ lessons: ['bbbbb'] }), '', HALF, []);
  same(core.unpack(open('5|' + state({ lessons: ['aaaaa'] }), true).text).lessons, ['aaaaa']);
});

met('who leaves before the platform has answered has left when it does', () => {
  let answer = null;
  let left = 0;
  const keeper = platformKeeper('tea', {
    connect: (done) => (answer = done), send: () => {}, certain: false, limit: 4000,
    leave: (back) => {
      left++;
      back();
    }
  });
  keeper.open(() => {});
  keeper.close(() => {});
  same(left, 0);
  answer({ learner: '7', writes: true, state: '' });
  same(left, 1);
});

/** A SCORM API over a map. What it says to Commit is one thing, what it has another. */
function api(prefix, finish, map, hears) {
  const count = (of) => Object.keys(map).filter((key) => new RegExp('^cmi\\.' + of + '\\.\\d+\\.id$').test(key)).length;
  const calls = {
    Initialize: () => 'true',
    GetValue: (name) => (/_count$/.test(name) ? String(count(name.split('.')[1])) : map[name] === undefined ? { 'cmi.core.lesson_status': 'incomplete', 'cmi.completion_status': 'incomplete' }[name] || '' : map[name]),
    SetValue(name, value) {
      map[name] = value;
      return 'true';
    },
    Commit: () => String(hears),
    [finish]: () => 'true'
  };
  return Object.keys(calls).reduce((all, name) => Object.assign(all, { [prefix + name]: calls[name] }), {});
}

function session(standard, map, hears, course) {
  const is12 = standard === 'scorm12';
  const from = { [is12 ? 'API' : 'API_1484_11']: api(is12 ? 'LMS' : '', is12 ? 'Finish' : 'Terminate', map, hears) };
  const keeper = keepers[standard](course.course, { from: from }, course);
  keeper.open(() => {});
  return keeper;
}

const GIVEN = {
  bank: 'pot', question: 'first', principles: ['warm'], type: 'choice', choices: ['a', 'b'], targets: [], given: ['b'],
  correct: [['a']], scored: true, right: false, seconds: 2, practice: false, prompt: 'Which?'
};

['scorm12', 'scorm2004'].forEach((standard) => {
  const ids = (map) => Object.keys(map).filter((key) => /interactions\.\d+\.id$/.test(key)).map((key) => map[key]);

  met(standard + ': an answer that had arrived after all goes to the same place again', () => {
    const map = {};
    const first = session(standard, map, false, ONE);
    first.answer(GIVEN);
    first.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
    delete map['cmi.suspend_data'];
    const second = session(standard, map, true, ONE);
    second.answer(Object.assign({}, GIVEN, { question: 'second' }));
    second.save(state({ lessons: ['bbbbb'] }), '', HALF, []);
    same(ids(map), ['pot_first_warm', 'pot_second_warm']);
  });

  met(standard + ': an answer that had not arrived is added', () => {
    const first = session(standard, {}, false, ONE);
    first.answer(GIVEN);
    first.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
    const map = {};
    session(standard, map, true, ONE).save(state({ lessons: ['bbbbb'] }), '', HALF, []);
    same(ids(map), ['pot_first_warm']);
  });

  met(standard + ': what asks nothing is completed without a score', () => {
    const map = {};
    session(standard, map, true, Object.assign({}, ONE, { quizzes: [] })).save(state({ lessons: ['aaaaa'] }), '', DONE, []);
    same(Object.keys(map).filter((key) => /score/.test(key)), []);
    same(standard === 'scorm12' ? map['cmi.core.lesson_status'] : map['cmi.completion_status'], 'completed');
  });

  met(standard + ': a range of numbers', () => {
    const map = {};
    const keeper = session(standard, map, true, ONE);
    const question = { typed: [['x', '2.5', '4']] };
    const number = Object.assign({}, GIVEN, { type: 'numeric', choices: [], given: ['3'], correct: types.numeric.correct(question) });
    keeper.answer(number);
    keeper.answer(Object.assign({}, number, { question: 'second', correct: types.numeric.correct({ typed: [['x', '4', '4']] }) }));
    keeper.save(state({}), '', HALF, []);
    const patterns = [0, 1].map((at) => map['cmi.interactions.' + at + '.correct_responses.0.pattern']);
    same(patterns, standard === 'scorm12' ? [undefined, '4'] : ['2.5[:]4', '4[:]4']);
  });
});

met('scorm2004: a place that another device has filled is left alone', () => {
  const first = session('scorm2004', {}, false, ONE);
  first.answer(GIVEN);
  first.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
  const map = { 'cmi.interactions.0.id': 'milk_guess_ask', 'cmi.interactions.0.learner_response': 'true' };
  session('scorm2004', map, true, ONE).save(state({ lessons: ['bbbbb'] }), '', HALF, []);
  same(map['cmi.interactions.0.id'], 'milk_guess_ask');
  same(map['cmi.interactions.1.id'], 'pot_first_warm');
});

return results;
