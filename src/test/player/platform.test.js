// What the keepers for learning platforms share, on platforms made of a few lines.
const ONE = { course: 'tea', quizzes: [{ id: 'pot', from: ['pot'] }], lessons: [], scenarios: [], questions: [], objectives: [] };
const DONE = { done: true, passed: true, score: 100, steps: 1, taken: 1, progress: 1 };
const HALF = { done: false, passed: false, score: 0, steps: 2, taken: 1, progress: 0.5 };

/** A page of a test shows nothing that a platform should wait for. */
const AT_ONCE = { later: (then) => then() };

function state(parts) {
  return core.pack(Object.assign(core.empty(), parts), 4000);
}

/** A platform that has a state; what it is sent it may not hear. */
function open(there, hears, mode) {
  const seen = { text: '', sent: [], answers: [] };
  const keeper = platformKeeper('tea', {
    connect: (done) => done({ learner: '7', mode: mode || 'normal', state: there }),
    send(parcel, answers, done) {
      seen.sent.push(parcel.text);
      seen.answers.push(answers.length);
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
  const both = core.unpack(open('other1|' + there, true).text);
  same(both.at, 'lesson-b');
  same(both.lessons, ['aaaaa', 'bbbbb']);
  same(both.practice, { ooooo: 'zzz', ppppp: 'yyy' });
  // The later attempt, the better result; of one attempt, all answers.
  same(both.quizzes.qqqqq, quiz(2, 90, { xxxxx: 'new' }));
  same(both.quizzes.rrrrr, quiz(1, null, { wwwww: 'its', xxxxx: 'our' }));
  // A conversation held on both: the longer, the better ending. Held on one: as it was there.
  same(both.talks.ttttt, { best: 2, from: '', said: ['old', 'old'] });
  same(both.talks.uuuuu, { best: null, from: '', said: ['our'] });
  same(both.talks.vvvvv, { best: 1, from: 'nod52', said: ['its'] });
});

met('the platform is right where it has all that this device has', () => {
  const here = open('', true);
  here.keeper.save(state({ lessons: ['bbbbb'] }), '', HALF, []);
  const stamp = here.sent[0].split('|')[0];
  same(core.unpack(open(stamp + '.other5|' + state({ lessons: ['aaaaa'] }), true).text).lessons, ['aaaaa']);
});

met('where only this device has gone on, what it says last counts', () => {
  const here = open('', true);
  here.keeper.save(state({ practice: { ppppp: 'zzz' } }), '', HALF, []);
  const there = here.sent[0];
  here.keeper.save(state({ practice: { ppppp: 'aaa' } }), '', HALF, []);
  same(core.unpack(open(there, true).text).practice, { ppppp: 'aaa' });
});

met('a text that a platform has no room for is whole on the device that it was typed on', () => {
  const typed = "'" + 'x'.repeat(1900);
  const answers = { aaaaa: typed, bbbbb: typed, ccccc: typed };
  const taken = core.pack(Object.assign(core.empty(), { quizzes: { qqqqq: { attempt: 1, over: false, best: null, seed: 'abcd', answers: answers } } }), Infinity);
  const here = open('', true);
  here.keeper.save(taken, '', HALF, []);
  const there = here.sent[0];
  same(there.length < 4096, true);
  const kept = (text) => core.unpack(text).quizzes.qqqqq.answers;
  same(kept(open(there, true).text), answers);
  localStorage.clear();
  same(kept(open(there, true).text).aaaaa, "'" + 'x'.repeat(100) + '*');
});

met('who refuses is asked less and less often, but soon when the network is back', () => {
  const waits = [];
  const real = window.setTimeout;
  window.setTimeout = (run, time) => waits.push(time);
  const keeper = open('', false).keeper;
  ['aaaaa', 'bbbbb', 'ccccc', 'ddddd'].forEach((lesson) => keeper.save(state({ lessons: [lesson] }), '', HALF, []));
  same(waits, [30000, 60000, 120000, 120000]);
  window.dispatchEvent(new Event('online'));
  same(waits.slice(-1), [15000]);
  window.setTimeout = real;
});

/** Always the same, and like dice. */
function dice(seed) {
  let at = seed;
  return (sides) => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return Math.floor((at / 0x100000000) * sides);
  };
}

/**
 * Three devices of one learner, which work on one course in turn and at once. In some sessions the
 * platform takes all, in some it only says so, in some it refuses.
 */
function devicesAtWork(seed) {
  const roll = dice(seed);
  const platform = { text: '', answers: {} };
  const stores = [{}, {}, {}];
  const at = [null, null, null];
  const given = [];

  function on(device, run) {
    localStorage.clear();
    Object.keys(stores[device]).forEach((key) => localStorage.setItem(key, stores[device][key]));
    run();
    stores[device] = Object.assign({}, localStorage);
  }

  function launch(device, way) {
    const session = { state: null };
    session.keeper = platformKeeper('tea', {
      connect: (done) => done({ learner: '7', mode: 'normal', state: platform.text }),
      send(parcel, answers, done) {
        if (way === 'takes') {
          platform.text = parcel.text;
          answers.forEach((answer) => (platform.answers[answer.question] = (platform.answers[answer.question] || 0) + 1));
        }
        done(way !== 'refuses', way === 'refuses' ? [] : answers);
      },
      leave: (left) => left(), certain: false, limit: 4000
    });
    on(device, () => session.keeper.open((text) => (session.state = core.unpack(text))));
    at[device] = session;
  }

  function work(device, name) {
    const session = at[device];
    const quiz = core.quizOf(session.state, 'pot');
    const answers = Object.assign({}, quiz.answers, { [name]: 'abc' });
    session.state = core.visited(session.state, name);
    session.state.quizzes = Object.assign({}, session.state.quizzes, { [core.digest('pot')]: Object.assign({}, quiz, { answers: answers }) });
    on(device, () => {
      session.keeper.answer({ question: name });
      session.keeper.save(core.pack(session.state, 4000), name, HALF, []);
    });
    given.push(name);
  }

  for (let step = 0; step < 40; step++) {
    const device = roll(3);
    if (!at[device]) {
      launch(device, ['takes', 'says', 'refuses'][roll(3)]);
    } else if (roll(4)) {
      work(device, 'q' + String(1000 + step));
    } else {
      at[device] = null;
    }
  }
  [0, 1, 2].forEach((device) => {
    launch(device, 'takes');
    work(device, 'end-' + device);
  });
  const end = core.unpack(platform.text.split('|')[1]);
  return given.filter((name) => !core.hasVisited(end, name) || !core.quizOf(end, 'pot').answers[name] || !platform.answers[name]);
}

met('whatever three devices do at once, nothing is lost', () => {
  for (let seed = 1; seed <= 60; seed++) {
    same([seed, devicesAtWork(seed)], [seed, []]);
  }
});

met('what another device has taken along is not sent again', () => {
  const store = Object.assign({}, localStorage);
  const first = open('', true);
  first.keeper.answer({ question: 'first' });
  first.keeper.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
  const mine = Object.assign({}, localStorage);
  localStorage.clear();
  Object.assign(localStorage, store);
  open('', false).keeper.save(state({ lessons: ['bbbbb'] }), '', HALF, []);
  const other = open(first.sent[0], true);
  other.keeper.save(other.text, '', HALF, []);
  localStorage.clear();
  Object.assign(localStorage, mine);
  const again = open(other.sent[0], true);
  same(core.unpack(again.text).lessons.sort(), ['aaaaa', 'bbbbb']);
  again.keeper.save(again.text, '', HALF, []);
  same(again.answers, [0]);
});

met('a stamp stays short however many devices there are', () => {
  let there = '';
  for (let device = 0; device < 20; device++) {
    localStorage.clear();
    const here = open(there, true);
    here.keeper.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
    there = here.sent[0];
  }
  const stamp = there.split('|')[0];
  same([stamp.split('.').length, stamp.length < 90], [8, true]);
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
  answer({ learner: '7', mode: 'normal', state: '' });
  same(left, 1);
});

['review', 'browse'].forEach((mode) => {
  met(mode + ': what the platform does not have yet stays on the device for a launch that counts', () => {
    const first = open('', false);
    first.keeper.answer({ question: 'first' });
    first.keeper.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
    const before = JSON.stringify(localStorage);
    const looking = open('other1|' + state({ lessons: ['ccccc'] }), true, mode);
    same(core.unpack(looking.text).lessons, ['ccccc']);
    same(looking.keeper.health(), mode);
    same(core.unpack(looking.keeper.launch().unproved).lessons.sort(), ['aaaaa', 'ccccc']);
    looking.keeper.answer({ question: 'second' });
    looking.keeper.save(state({ lessons: ['ddddd'] }), '', DONE, []);
    window.dispatchEvent(new Event('offline'));
    same(looking.keeper.health(), mode);
    looking.keeper.close(() => {});
    same(looking.sent, []);
    same(JSON.stringify(localStorage), before);
    const again = open('', true);
    same(again.keeper.launch(), { mode: 'normal', result: { status: '', score: '' }, unproved: '' });
    again.keeper.save(again.text, '', HALF, []);
    same(again.answers, [1]);
  });

  met(mode + ': what was done before a platform that came late is kept, too', () => {
    let answer = null;
    const keeper = platformKeeper('tea', { connect: (done) => (answer = done), send: () => {}, leave: () => {}, certain: false, limit: 4000 });
    keeper.open(() => {});
    answer(null);
    keeper.answer({ question: 'first' });
    keeper.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
    answer({ learner: '7', mode: mode, state: 'other1|' + state({ lessons: ['ccccc'] }) });
    same(core.unpack(keeper.read()).lessons, ['ccccc']);
    same(core.unpack(keeper.launch().unproved).lessons, ['aaaaa']);
    const again = open('', true);
    again.keeper.save(again.text, '', HALF, []);
    same([core.unpack(again.text).lessons, again.answers], [['aaaaa'], [1]]);
  });
});

met('a review without a state shows the finished one of this device', () => {
  const first = open('', true);
  first.keeper.save(state({ lessons: ['aaaaa'] }), '', DONE, []);
  const looking = open('', true, 'review');
  same([core.unpack(looking.text).lessons, looking.keeper.launch().unproved], [['aaaaa'], '']);
  same(open('', true, 'browse').text, '');
});

met('a refusal is a hiccup, several are not; to try again tells how it went', () => {
  const seen = { hears: false, told: [] };
  const keeper = platformKeeper('tea', {
    connect: (done) => done({ learner: '7', mode: 'normal', state: '' }),
    send: (parcel, answers, done) => done(seen.hears, answers),
    leave: () => {}, certain: false, limit: 4000
  });
  keeper.open(() => {});
  keeper.watch(() => seen.told.push(keeper.health()));
  ['aaaaa', 'bbbbb', 'ccccc'].forEach((lesson) => keeper.save(state({ lessons: [lesson] }), '', HALF, []));
  same(seen.told, ['lms-failed', 'lms-failed', 'lms-refused']);
  keeper.retry();
  seen.hears = true;
  keeper.retry();
  same(seen.told.slice(3), ['lms-refused', '']);
  seen.hears = false;
  keeper.retry();
  same(keeper.health(), 'lms-failed');
});

met('a network that is back is no trouble where there was nothing to send', () => {
  const keeper = open('', true).keeper;
  window.dispatchEvent(new Event('offline'));
  same(keeper.health(), 'lms-offline');
  window.dispatchEvent(new Event('online'));
  same(keeper.health(), '');
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
  const keeper = keepers[standard](course.course, Object.assign({ from: from }, AT_ONCE), course);
  keeper.open(() => {});
  return keeper;
}

const GIVEN = {
  bank: 'pot', question: 'first', principles: ['warm'], type: 'choice', choices: ['a', 'b'], targets: [], given: ['b'],
  correct: [['a']], scored: true, right: false, score: 0, weight: 1, seconds: 2, practice: false, prompt: 'Which?'
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

  met(standard + ': a finished attempt opens in review with what the platform says of it, and is left as it is', () => {
    const map = standard === 'scorm12'
      ? { 'cmi.core.lesson_mode': 'review', 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '40' }
      : { 'cmi.mode': 'review', 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed', 'cmi.score.scaled': '0.4' };
    const before = JSON.stringify(map);
    const keeper = session(standard, map, true, ONE);
    same(keeper.launch(), { mode: 'review', result: { status: 'failed', score: '40' }, unproved: '' });
    keeper.answer(GIVEN);
    keeper.save(state({ lessons: ['aaaaa'] }), '', DONE, []);
    same(JSON.stringify(map), before);
  });

  met(standard + ': whoever has passed and starts afresh cannot lose it', () => {
    const map = standard === 'scorm12'
      ? { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' }
      : { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.raw': '100', 'cmi.score.scaled': '1' };
    const before = Object.assign({}, map);
    session(standard, map, true, ONE).save(state({ lessons: ['aaaaa'] }), '', Object.assign({}, DONE, { passed: false, score: 0 }), []);
    same(Object.keys(before).map((key) => map[key]), Object.keys(before).map((key) => before[key]));
  });

  met(standard + ': practice reuses its place, and weighs nothing', () => {
    const map = {};
    const keeper = session(standard, map, true, ONE);
    [['b'], ['a']].forEach((given) => {
      keeper.answer(Object.assign({}, GIVEN, { practice: true, weight: 0, given: given }));
      keeper.save(state({ practice: { ppppp: given[0] } }), '', HALF, []);
    });
    same(ids(map).length, 1);
    same([map['cmi.interactions.0.weighting'], map['cmi.interactions.0.' + (standard === 'scorm12' ? 'student' : 'learner') + '_response']], ['0', 'a']);
  });

  met(standard + ': what asks nothing is completed without a score', () => {
    const map = {};
    session(standard, map, true, Object.assign({}, ONE, { quizzes: [] })).save(state({ lessons: ['aaaaa'] }), '', DONE, []);
    same(Object.keys(map).filter((key) => /score/.test(key)), []);
    same(standard === 'scorm12' ? map['cmi.core.lesson_status'] : map['cmi.completion_status'], 'completed');
  });

  met(standard + ': the time of a session that the platform never saw end counts in the next, once', () => {
    const total = standard === 'scorm12' ? 'cmi.core.total_time' : 'cmi.total_time';
    const map = { [total]: 'none yet' };
    const told = () => map[standard === 'scorm12' ? 'cmi.core.session_time' : 'cmi.session_time'];
    const work = (minutes, lesson) => {
      let now = 0;
      const from = { [standard === 'scorm12' ? 'API' : 'API_1484_11']: api(standard === 'scorm12' ? 'LMS' : '', standard === 'scorm12' ? 'Finish' : 'Terminate', map, true) };
      const keeper = keepers[standard]('tea', Object.assign({ from: from, now: () => now }, AT_ONCE), ONE);
      keeper.open(() => {});
      now = 60000 * minutes;
      keeper.save(state({ lessons: [lesson] }), '', HALF, []);
      return told();
    };
    const as = standard === 'scorm12' ? (minutes) => '0000:' + minutes + ':00' : (minutes) => 'PT' + minutes + 'M0S';
    same(work(10, 'aaaaa'), as(10));
    same(work(12, 'bbbbb'), as(22));
    map[total] = 'counted';
    same(work(15, 'ccccc'), as(15));
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

met('scorm2004: what a platform has no room for is kept and said; the state goes on', () => {
  const map = {};
  for (let at = 0; at < 250; at++) {
    map['cmi.interactions.' + at + '.id'] = 'old';
  }
  const full = api('', 'Terminate', map, true);
  const set = full.SetValue;
  full.SetValue = (name, value) => (/interactions\.(25\d)/.test(name) ? 'false' : set(name, value));
  const keeper = keepers.scorm2004('tea', Object.assign({ from: { API_1484_11: full } }, AT_ONCE), ONE);
  keeper.open(() => {});
  keeper.answer(GIVEN);
  keeper.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
  same(keeper.health(), 'lms-partly');
  same(/aaaaa/.test(map['cmi.suspend_data']), true);
  const room = {};
  const again = session('scorm2004', room, true, ONE);
  again.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
  same([room['cmi.interactions.0.id'], again.health()], ['pot_first_warm', '']);
});

met('scorm12: a place that another device may have filled is left alone', () => {
  const first = session('scorm12', {}, false, ONE);
  first.answer(GIVEN);
  first.save(state({ lessons: ['aaaaa'] }), '', HALF, []);
  const map = { 'cmi.interactions.0.id': 'milk_guess_ask', 'cmi.suspend_data': 'other1|' + state({ lessons: ['ccccc'] }) };
  session('scorm12', map, true, ONE).save(state({ lessons: ['bbbbb'] }), '', HALF, []);
  same(map['cmi.interactions.0.id'], 'milk_guess_ask');
  same(map['cmi.interactions.1.id'], 'pot_first_warm');
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

/**
 * The server behind a strict platform: it has what arrived. lose is told the number of a request and
 * says whether it is lost; away, whether a file of the package can be had.
 */
function hosted(standard, habits, lose, away) {
  const host = { stored: {}, requests: 0, complaints: [] };
  const server = (elements, changes) => {
    if (lose(host.requests++)) {
      throw new Error('no network');
    }
    host.stored = Object.assign({}, changes ? host.stored : {}, elements);
    return 'true';
  };
  host.launch = (more) => {
    const lms = window.strictLms(standard, habits.concat(more || []), host.stored, server);
    const reach = (then) => then(!(away && away(host.requests - 1)));
    const keeper = keepers[standard]('tea', { from: { [standard === 'scorm12' ? 'API' : 'API_1484_11']: lms.api }, reach: reach, later: (then) => AT_ONCE.later(then) }, ONE);
    host.complaints = lms.complaints;
    keeper.open((text) => (keeper.text = text));
    return keeper;
  };
  host.has = () => {
    const ids = [];
    for (let at = 0; host.stored['cmi.interactions.' + at + '.id']; at++) {
      const of = 'cmi.interactions.' + at + '.';
      ids.push(host.stored[of + 'id'].split('_')[1] + ' ' + (host.stored[of + 'student_response'] || host.stored[of + 'learner_response']) + ' ' + host.stored[of + 'result'].replace('in', ''));
    }
    const objectives = [0, 1, 2].map((at) => host.stored['cmi.objectives.' + at + '.id'] + ' ' + host.stored['cmi.objectives.' + at + '.score.raw']);
    const status = host.stored['cmi.core.lesson_status'] || host.stored['cmi.success_status'];
    return [ids, objectives, status, host.stored['cmi.core.score.raw'] || host.stored['cmi.score.raw']];
  };
  return host;
}

const PRINCIPLES = ['warm', 'time', 'milk'];

function objectivesUntil(done) {
  return PRINCIPLES.map((id, at) => ({ id: id, says: id, settled: at < done, score: 100, passed: true }));
}

/** An answer, and how everything is after it. */
function give(keeper, at, more) {
  keeper.answer(Object.assign({}, GIVEN, { question: 'q' + at, principles: [PRINCIPLES[at]], given: ['a'], right: true }, more));
  save(keeper, at + 1);
}

function save(keeper, done) {
  keeper.save(state({ lessons: ['aaaaa', 'bbbbb', 'ccccc'].slice(0, done) }), 'at-' + done, done === 3 ? DONE : HALF, objectivesUntil(done));
}

/** A launch, as the player makes it: it goes on where the state says. */
function goOn(keeper) {
  const done = core.unpack(keeper.text).lessons.length;
  save(keeper, done);
  return done;
}

const ALL = (standard) => [
  [0, 1, 2].map((at) => 'q' + at + (standard === 'scorm12' ? ' a correct' : ' a correct')),
  PRINCIPLES.map((id) => id + ' 100'), 'passed', '100'
];

['scorm12', 'scorm2004'].forEach((standard) => {
  const ways = {
    'sends what has changed': ['changes', 'counts'],
    'sends what has changed, counts to the last': ['changes'],
    'sends all': ['counts'],
    'sends what has changed, reviews what is finished': ['changes', 'counts', 'reviews'],
    'sends all, reviews what is finished': ['counts', 'reviews']
  };
  if (standard === 'scorm2004') {
    // An objective's name is written once: who sends that once, and never opens again, has no place for it.
    delete ways['sends what has changed, reviews what is finished'];
  }
  Object.keys(ways).forEach((way) => {
    met(standard + ', ' + way + ': whichever requests are lost with "true", after the next launches nothing is', () => {
      for (let pattern = 0; pattern < 32; pattern++) {
        localStorage.clear();
        const host = hosted(standard, ways[way].concat('always-true'), (request) => (pattern >> request) & 1);
        const first = host.launch();
        [0, 1, 2].forEach((at) => give(first, at));
        first.close();
        same([pattern, host.complaints], [pattern, []]);
        host.requests = 99;
        [1, 2].forEach(() => {
          const later = host.launch();
          if (later.launch().mode === 'normal') {
            for (let at = goOn(later); at < 3; at++) {
              give(later, at);
            }
          }
          later.close();
          same([pattern, host.complaints], [pattern, []]);
        });
        same([pattern, host.has()], [pattern, ALL(standard)]);
      }
    });
  });
});

['scorm12', 'scorm2004'].forEach((standard) => {
  const MOODLE = standard === 'scorm12' ? ['changes', 'counts', 'reviews'] : ['counts', 'reviews'];

  met(standard + ': who cannot reach the platform is told, and all is there when it is back, in the same session', () => {
    const away = (request) => request > 0 && request < 3;
    const host = hosted(standard, MOODLE.concat('always-true'), away, away);
    const keeper = host.launch();
    give(keeper, 0);
    same(keeper.health(), '');
    give(keeper, 1);
    same(keeper.health(), 'lms-away');
    // Nothing is handed over meanwhile: it would be lost.
    give(keeper, 2);
    same([keeper.health(), host.requests], ['lms-away', 2]);
    host.requests = 9;
    keeper.retry();
    same([keeper.health(), host.has(), host.complaints], ['', ALL(standard), []]);
  });

  met(standard + ': what was refused for a while is there when it is not, although the platform sends nothing twice', () => {
    const host = hosted(standard, MOODLE, (request) => request > 0 && request < 4);
    const keeper = host.launch();
    [0, 1, 2].forEach((at) => give(keeper, at));
    same(keeper.health(), 'lms-failed');
    keeper.retry();
    same([keeper.health(), host.has(), host.complaints], ['', ALL(standard), []]);
  });

  met(standard + ': of answers after a finished attempt, too, none is lost to a platform that is away', () => {
    for (let lost = 0; lost < 7; lost++) {
      localStorage.clear();
      const away = (request) => request === lost;
      const host = hosted(standard, MOODLE.concat('always-true'), away, away);
      const keeper = host.launch();
      [0, 1, 2].forEach((at) => give(keeper, at));
      ['again', 'more'].forEach((question) => {
        keeper.answer(Object.assign({}, GIVEN, { question: question, principles: [] }));
        save(keeper, 3);
      });
      host.requests = 9;
      keeper.retry();
      same([lost, host.has()[0].map((one) => one.split(' ')[0])], [lost, ['q0', 'q1', 'q2', 'again', 'more']]);
      same([lost, host.has().slice(1), host.complaints], [lost, ALL(standard).slice(1), []]);
    }
  });

  met(standard + ': two tabs of one browser', () => {
    const host = hosted(standard, MOODLE, () => false);
    const first = host.launch();
    const second = host.launch();
    give(first, 0);
    second.read();
    give(second, 1);
    first.read();
    give(first, 2);
    second.close();
    first.close();
    same(host.has(), ALL(standard));
    same(host.launch().launch().mode, 'review');
  });

  met(standard + ': a preview is nothing else, and leaves nothing behind', () => {
    const host = hosted(standard, [], () => false);
    const keeper = host.launch(['browses']);
    give(keeper, 0);
    keeper.close();
    same([host.stored, host.complaints], [standard === 'scorm12' ? { 'cmi.core.lesson_status': 'browsed' } : {}, []]);
    // What has begun stays as it is.
    give(host.launch(), 0);
    const begun = JSON.stringify(host.stored);
    host.launch(['browses']).close();
    same(JSON.stringify(host.stored), begun);
  });

  met(standard + ': a value that is refused is kept and said, and there when it is not refused', () => {
    const host = hosted(standard, ['refuses-value'], () => false);
    const keeper = host.launch();
    [0, 1, 2].forEach((at) => give(keeper, at));
    same(keeper.health(), 'lms-partly');
    keeper.close();
    host.stored = Object.assign({}, host.stored);
    const later = hosted(standard, [], () => false);
    later.stored = host.stored;
    goOn(later.launch());
    same([later.has(), later.complaints], [ALL(standard), []]);
  });

  met(standard + ': whatever a learner types is sent so that it fits', () => {
    const texts = [
      'two\nlines\r\n\r\nand\ttabs', '{lang=xx}a brace', 'a [,] b [.] c [:] d', '\u0000\u0007bell\u2028', 'half \ud83d of one',
      'x'.repeat(254) + '\ud83d\ude00 end', 'y'.repeat(3999) + '\ud83d\ude00 end', '{'.repeat(5000), ' '
    ];
    ['fill-in', 'long-fill-in'].forEach((type) => {
      localStorage.clear();
      const host = hosted(standard, [], () => false);
      const keeper = host.launch();
      texts.forEach((text, at) => {
        const given = Object.assign({}, GIVEN, { question: 't' + at, type: 'fill-in', choices: [], given: [text], correct: [], scored: type === 'fill-in', prompt: text });
        keeper.answer(given);
        keeper.save(state({ lessons: ['aaaaa'] }), text, HALF, [{ id: 'warm', says: text, settled: true, score: 50, passed: false }]);
      });
      same([host.complaints, keeper.health(), host.has()[0].length], [[], '', texts.length]);
      same(/^two lines and tabs$/.test(host.stored['cmi.interactions.0.student_response'] || host.stored['cmi.interactions.0.learner_response']), true);
    });
  });

  met(standard + ': a response that is refused as its type is sent as a text', () => {
    const map = {};
    const picky = api(standard === 'scorm12' ? 'LMS' : '', standard === 'scorm12' ? 'Finish' : 'Terminate', map, true);
    const name = standard === 'scorm12' ? 'LMSSetValue' : 'SetValue';
    const set = picky[name];
    picky[name] = (element, value) => (/response$/.test(element) && map[element.replace(/[^.]+$/, 'type')] === 'numeric' ? 'false' : set(element, value));
    const keeper = keepers[standard]('tea', { from: { [standard === 'scorm12' ? 'API' : 'API_1484_11']: picky }, later: AT_ONCE.later }, ONE);
    keeper.open(() => {});
    keeper.answer(Object.assign({}, GIVEN, { type: 'numeric', choices: [], given: ['1234567'], correct: [['1', '2000000']] }));
    keeper.save(state({}), '', HALF, []);
    same([keeper.health(), map['cmi.interactions.0.type']], ['', standard === 'scorm12' ? 'fill-in' : 'other']);
    same(map['cmi.interactions.0.student_response'] || map['cmi.interactions.0.learner_response'], '1234567');
  });
});

/**
 * Three browsers and a second tab of one learner at once on a platform like Moodle: any request may be
 * lost, and some say so.
 */
function browsersAtWork(standard, seed) {
  const roll = dice(seed);
  let lossy = true;
  const mood = () => (lossy ? roll(4) : 1);
  const host = hosted(standard, (standard === 'scorm12' ? ['changes', 'counts'] : ['counts']).concat(roll(2) ? 'always-true' : []), () => mood() === 0);
  const stores = [{}, {}, {}];
  const at = [null, null, null, null];
  const given = [];

  function on(window, run) {
    const device = Math.min(window, 2);
    localStorage.clear();
    Object.keys(stores[device]).forEach((key) => localStorage.setItem(key, stores[device][key]));
    run();
    stores[device] = Object.assign({}, localStorage);
  }

  function launch(window) {
    on(window, () => {
      const keeper = host.launch();
      at[window] = { keeper: keeper, state: core.unpack(keeper.text) };
    });
  }

  function work(window, name) {
    const session = at[window];
    on(window, () => {
      const news = session.keeper.read();
      session.state = core.visited(news ? core.unpack(news) : session.state, name);
      session.keeper.answer(Object.assign({}, GIVEN, { question: name, principles: [] }));
      session.keeper.save(core.pack(session.state, 4000), name, HALF, []);
    });
    given.push(name);
  }

  for (let step = 0; step < 30; step++) {
    const window = roll(4);
    if (!at[window]) {
      launch(window);
    } else {
      work(window, 'q' + (100 + step));
    }
  }
  at.forEach((session, window) => session && on(window, () => session.keeper.close()));
  lossy = false;
  // Each launch that counts brings along what its device has; two, because one may have been in another's place.
  [0, 1, 2, 0, 1, 2].forEach((window) => {
    launch(window);
    on(window, () => {
      at[window].keeper.save(at[window].keeper.text, '', HALF, []);
      at[window].keeper.close();
    });
  });
  const end = core.unpack(host.stored['cmi.suspend_data'].split('|')[1]);
  const there = host.has()[0].map((one) => one.split(' ')[0]);
  return [given.filter((name) => !core.hasVisited(end, name) || there.indexOf(name) < 0), host.complaints];
}

['scorm12', 'scorm2004'].forEach((standard) => {
  met(standard + ': whatever three browsers and two tabs do at once, nothing is lost', () => {
    for (let seed = 1; seed <= 6; seed++) {
      localStorage.clear();
      same([seed].concat(browsersAtWork(standard, seed)), [seed, [], []]);
    }
  });
});


['scorm12', 'scorm2004'].forEach((standard) => {
  met(standard + ': a platform is told after the verdict is on the screen; a tab that dies before loses nothing', () => {
    const host = hosted(standard, [], () => false);
    const waits = [];
    const real = AT_ONCE.later;
    AT_ONCE.later = (then) => waits.push(then);
    const first = host.launch();
    save(first, 1);
    waits.splice(0).forEach((then) => then());
    const before = host.requests;
    give(first, 1);
    give(first, 2);
    same(host.requests, before);
    AT_ONCE.later = real;
    // The tab is gone; the next one tells.
    save(host.launch(), 3);
    same(host.has()[0].length, 2);
  });

  met(standard + ': who leaves at once has told the platform', () => {
    const host = hosted(standard, [], () => false);
    const real = AT_ONCE.later;
    AT_ONCE.later = () => {};
    const first = host.launch();
    give(first, 0);
    first.close();
    AT_ONCE.later = real;
    same(host.has()[0].length, 1);
  });

  met(standard + ': a platform is told what changes', () => {
    const map = {};
    const keeper = session(standard, map, true, ONE);
    save(keeper, 1);
    const said = [];
    Object.keys(map).forEach((name) => {
      const value = map[name];
      Object.defineProperty(map, name, { get: () => value, set: () => said.push(name), enumerable: true, configurable: true });
    });
    save(keeper, 1);
    same(said.filter((name) => !/suspend_data|session_time/.test(name)), []);
  });
});
