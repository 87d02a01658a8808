// The same answers, in any course and any order, are worth the same on every platform, and as much as on the site.

/** A page of a test shows nothing that a platform should wait for. */
const AT_ONCE_HERE = { later: (then) => then(), reach: (then) => then(true) };

/** What has been asked of a store, answered as soon as the keeper waits. */
const settled = () => new Promise((then) => setTimeout(then, 0));

/** A course as a package gives it to the player; some have a final, some test nothing. */
function offered(roll) {
  const build = built(roll);
  const principles = ['p0', 'p1', 'p2', 'p3'];
  if (!roll(8)) {
    build.quizzes = [];
    build.questions = [];
  } else if (roll(2)) {
    build.quizzes[build.quizzes.length - 1].final = true;
  }
  return Object.assign(build, {
    title: 'Tea', language: 'en', iri: 'https://tea.invalid/tea', scenarios: build.scenes.map((scene) => scene.id),
    objectives: principles.map((id) => ({ id: id, says: 'It is ' + id + '.' }))
  });
}

/** What a learner gives, as the player hands it to whoever keeps it. */
function handed(question, response) {
  const type = types[question.type];
  const grade = core.grade(question, response);
  const key = question.key.split('/');
  return {
    bank: key[0], question: key[1], principles: question.tests, type: type.interaction, choices: question.choices, targets: question.targets,
    given: response, correct: type.correct ? type.correct(question) : [question.right], scored: core.isScored(question), right: grade.right,
    score: core.credit(question, response), weight: core.isScored(question) ? 1 : 0, seconds: 3, practice: false, prompt: 'What now?'
  };
}

/** One attempt at a quiz, to its end or not, as steps. */
function attempt(roll, course, quiz) {
  const steps = [];
  const seed = (46656 + roll(99999)).toString(36);
  const change = (run, answer) => steps.push({ change: run, answer: answer });
  change((state) => core.begun(core.quizOf(state, quiz.id).over ? core.again(state, quiz.id) : state, quiz.id, seed));
  const way = roll(1000);
  const whole = roll(4) > 0;
  course.questions.filter((one) => quiz.pool.indexOf(one.key) >= 0).forEach((question, at) => {
    const asked = (state) => core.asked(state, quiz, course.questions);
    const dice = luck(way * 100 + at);
    const responses = many(2, () => (question.right.length && dice(3) ? question.right.slice(0, /choice|hot|true/.test(question.type) ? undefined : 99) : responseTo(dice, question)));
    responses.forEach((response) => {
      steps.push({
        quiz: quiz.id,
        open: (state) => (whole || at % 2) && asked(state).indexOf(question.key) >= 0 && core.triesLeft(state, quiz.id, question) > 0,
        change(state) {
          const after = core.answered(state, quiz.id, question, response);
          const now = core.standing(after, quiz.id, asked(after).map((key) => questionIn(course, key)));
          return now.finished ? core.finished(after, quiz.id, now.percent) : after;
        },
        answer: () => handed(question, response)
      });
    });
  });
  return steps;
}

/** All that a learner does, in an order of its own: each quiz stays one thread, and threads are mixed. */
function script(roll, course) {
  const threads = course.lessons.filter(() => roll(8)).map((lesson) => [{ change: (state) => core.visited(state, lesson) }])
    .concat(course.quizzes.map((quiz) => [].concat(...many(1 + roll(2), () => attempt(roll, course, quiz)))))
    .concat(course.scenes.map((scene) => many(12, (at) => ({
      change(state) {
        const here = scene.nodes[core.walk(state, scene).node];
        return here.replies.length ? core.said(state, scene, here.replies[at % here.replies.length].id) : state;
      }
    }))));
  return () => {
    const left = threads.map((thread) => thread.slice());
    const order = [];
    while (left.some((thread) => thread.length)) {
      const thread = roll.one(left.filter((one) => one.length));
      order.push(...thread.splice(0, 1 + roll(thread.length)));
      if (!roll(8)) {
        order.push({ leave: true, device: roll(2) });
      }
    }
    return order;
  };
}

/** A SCORM API over a map. */
function scormOver(prefix, finish, map) {
  const count = (of) => Object.keys(map).filter((key) => new RegExp('^cmi\\.' + of + '\\.\\d+\\.id$').test(key)).length;
  const calls = {
    Initialize: () => 'true', Commit: () => 'true', [finish]: () => 'true', GetLastError: () => '0',
    GetValue: (name) => (/_count$/.test(name) ? String(count(name.split('.')[1])) : name in map ? map[name] : { 'cmi.core.lesson_status': 'not attempted', 'cmi.completion_status': 'unknown' }[name] || ''),
    SetValue(name, value) {
      map[name] = value;
      return 'true';
    }
  };
  return Object.keys(calls).reduce((all, name) => Object.assign(all, { [prefix + name]: calls[name] }), {});
}

/** Each platform: how a session begins, and its verdict in the end. */
const PLATFORMS = {
  scorm12() {
    const map = {};
    const api = scormOver('LMS', 'Finish', map);
    return {
      open: (course) => keepers.scorm12(course.course, Object.assign({ from: { API: api } }, AT_ONCE_HERE), course),
      verdict: () => scormVerdict(map, map['cmi.core.lesson_status'], map['cmi.core.score.raw'], (at) => map[at + 'status'], true)
    };
  },
  scorm2004() {
    const map = {};
    const api = scormOver('', 'Terminate', map);
    return {
      open: (course) => keepers.scorm2004(course.course, Object.assign({ from: { API_1484_11: api } }, AT_ONCE_HERE), course),
      verdict: () => Object.assign(scormVerdict(map, map['cmi.success_status'] || map['cmi.completion_status'], map['cmi.score.raw'], (at) => map[at + 'success_status'], false), { completed: map['cmi.completion_status'] === 'completed' })
    };
  },
  cmi5() {
    const store = { statements: [], state: {}, sessions: 0 };
    window.fetch = (address, how) => Promise.resolve(storeAnswers(store, String(address), how || {}));
    return {
      open(course) {
        const search = '?endpoint=https://lrs.test/xapi/&fetch=https://lrs.test/fetch/' + Math.random() + store.sessions++ + '&registration=r1&activityId=https://tea.invalid/a&actor=' + encodeURIComponent('{"account":{"name":"7"}}');
        return keepers.cmi5(course.course, { from: { location: { search: search } }, wait: 1 }, course);
      },
      verdict: () => statementVerdict(store.statements)
    };
  }
};

function scormVerdict(map, status, raw, statusAt, is12) {
  const objectives = {};
  for (let at = 0; map['cmi.objectives.' + at + '.id']; at++) {
    objectives[map['cmi.objectives.' + at + '.id']] = [statusAt('cmi.objectives.' + at + '.'), Number(map['cmi.objectives.' + at + '.score.raw'])];
  }
  return { status: status, completed: is12 && /passed|failed|completed/.test(status), score: raw === undefined ? null : Number(raw), objectives: objectives };
}

function storeAnswers(store, address, how) {
  const answer = (status, body) => ({ ok: status < 300, status: status, headers: { get: () => 'application/json' }, text: () => Promise.resolve(JSON.stringify(body)) });
  const put = /stateId=rebound/.test(address);
  if (/\/fetch\//.test(address)) {
    return answer(200, { 'auth-token': 'abc' });
  } else if (/\/statements/.test(address)) {
    const sent = JSON.parse(how.body);
    sent.filter((one) => !store.statements.some((old) => old.id === one.id)).forEach((one) => store.statements.push(one));
    return answer(200, sent.map((one) => one.id));
  } else if (/LaunchData/.test(address)) {
    return answer(200, { launchMode: 'Normal', moveOn: 'CompletedOrPassed', contextTemplate: {} });
  } else if (put && how.method === 'GET') {
    return store.state.text ? answer(200, JSON.parse(store.state.text)) : answer(404, {});
  } else if (put) {
    store.state.text = how.body;
    return answer(200, {});
  }
  return answer(404, {});
}

function statementVerdict(statements) {
  const of = (verb) => statements.filter((one) => one.verb.id.endsWith('/' + verb));
  const judged = of('passed').concat(of('failed').slice(-1))[0];
  return { passed: of('passed').length, failed: of('failed').length > 0, completed: of('completed').length === 1, score: judged ? judged.result.score.raw : null };
}

/** Whether it says passed, failed or completed, which some platforms take for the end of the attempt. */
const isJudged = (verdict) => Boolean(verdict.passed || verdict.failed || verdict.completed || /passed|failed|completed/.test(verdict.status));

/** Plays all steps through sessions on one device or two. */
async function played(platform, course, steps) {
  const devices = [{}, {}];
  let device = 0;
  let keeper = null;
  let state = core.empty();
  let done = false;
  let early = false;
  const begin = async () => {
    localStorage.clear();
    Object.assign(localStorage, devices[device]);
    keeper = platform.open(course);
    await new Promise((ready) => keeper.open((text) => {
      state = core.unpack(text);
      ready();
    }));
  };
  const end = async () => {
    await settled();
    keeper.close(() => {});
    await settled();
    await settled();
    devices[device] = Object.assign({}, localStorage);
  };
  await begin();
  for (const step of steps) {
    if (step.leave) {
      await end();
      device = step.device;
      await begin();
    } else if (!step.open || step.open(state)) {
      if (step.answer) {
        keeper.answer(step.answer());
      }
      state = step.change(state);
      keeper.save(core.pack(state, keeper.limit), state.at, core.overall(state, course), objectivesOf(state, course));
      await settled();
      done = done || core.overall(state, course).done;
      early = early || (!done && isJudged(platform.verdict()));
    }
  }
  await end();
  same(early, false);
  return platform.verdict();
}

/** The same on the site, whose state nobody else keeps: the verdict, and the score with which it was first passed. */
function expectedOf(course, steps) {
  let state = core.empty();
  let first = null;
  steps.filter((step) => !step.leave && true).forEach((step) => {
    if (!step.open || step.open(state)) {
      state = core.unpack(core.pack(step.change(state), Infinity));
      const now = core.overall(state, course);
      first = first === null && now.done && now.passed ? now.score : first;
    }
  });
  const all = core.overall(state, course);
  const objectives = {};
  objectivesOf(state, course).filter((one) => one.settled).forEach((one) => (objectives[one.id] = [one.passed ? 'passed' : 'failed', one.score]));
  return { all: all, first: first, objectives: objectives, tested: course.quizzes.length > 0 };
}

const whatSite = (found) => [found.all.done, found.tested && found.all.done ? found.all.score : null];

const done = [];
for (let seed = 1; seed <= 30; seed++) {
  const roll = luck(seed * 31337);
  const course = offered(roll);
  const orders = script(roll, course);
  const order = orders();
  const site = expectedOf(course, order);
  done.push(site.all.done && site.all.passed ? 'passed' : site.all.done ? 'failed' : 'open');
  ['scorm12', 'scorm2004'].forEach((standard) =>
    later(standard + ' and the site judge alike: course ' + seed + ', ' + done[seed - 1], async () => {
      const told = await played(PLATFORMS[standard](), course, order);
      same([told.completed, told.score], whatSite(site));
      const status = !site.all.done ? 'incomplete' : !site.tested && standard === 'scorm12' ? 'completed' : site.all.passed ? 'passed' : 'failed';
      same(told.status, status);
      Object.keys(site.objectives).forEach((id) => same([id, told.objectives[id]], [id, site.objectives[id]]));
    })
  );
  later('cmi5 and the site judge alike: course ' + seed + ', ' + done[seed - 1], async () => {
    const told = await played(PLATFORMS.cmi5(), course, order);
    const passed = site.tested && site.first !== null;
    same([told.completed, told.passed], [site.all.done, passed ? 1 : 0]);
    same(told.score, passed ? site.first : whatSite(site)[1]);
    same(told.failed && passed && site.all.passed && site.first === null, false);
  });
}

test('of the courses some are passed, some failed, some not done', () => {
  same(['passed', 'failed', 'open'].map((one) => done.indexOf(one) >= 0), [true, true, true]);
});
