// A course changes while learners are under way: states of generated builds, opened by what became of those builds.

/** A learner at work: the state, and in plain words what they did. */
function worked(roll, build) {
  const did = { lessons: roll.some(build.lessons), answers: {}, said: {}, over: {}, best: {} };
  let state = did.lessons.reduce(core.visited, core.empty());
  build.quizzes.forEach((quiz) => {
    for (let attempt = roll(4) ? 0 : 1; attempt >= 0; attempt--) {
      state = core.begun(core.quizOf(state, quiz.id).over ? core.again(state, quiz.id) : state, quiz.id, (46656 + roll(99999)).toString(36));
      did.answers[quiz.id] = {};
      const keys = core.asked(state, quiz, build.questions);
      const until = attempt || roll(2) ? keys.length : roll(keys.length);
      keys.slice(0, until).forEach((key) => {
        const question = questionIn(build, key);
        do {
          did.answers[quiz.id][key] = responseTo(roll, question);
          state = core.answered(state, quiz.id, question, did.answers[quiz.id][key], roll.one(['', 'sure', 'guess']));
        } while (core.triesLeft(state, quiz.id, question));
      });
      did.over[quiz.id] = until === keys.length;
      if (did.over[quiz.id]) {
        state = core.finished(state, quiz.id, core.standing(state, quiz.id, keys.map((key) => questionIn(build, key))).percent);
      }
    }
    did.best[quiz.id] = core.quizOf(state, quiz.id).best;
  });
  build.scenes.forEach((scene) => {
    did.said[scene.id] = [];
    for (let turn = roll(5); turn > 0; turn--) {
      const here = scene.nodes[core.walk(state, scene).node];
      if (here.replies.length) {
        const reply = roll.one(here.replies);
        did.said[scene.id].push({ id: reply.id, next: reply.next });
        state = core.said(state, scene, reply.id);
      }
    }
  });
  return { state: state, did: did };
}

/** The state as version 3 wrote it: three characters an id, how sure after two marks. */
function formerly(build, state) {
  const three = (id) => core.digest(id).slice(-3);
  const parts = core.pack(state, Infinity).split('~');
  const quizzes = build.quizzes.filter((quiz) => state.quizzes[core.digest(quiz.id)]).map((quiz) => {
    const taken = core.quizOf(state, quiz.id);
    const answers = build.questions.filter((one) => taken.answers[core.digest(one.key)]).map((one) => {
      const saved = taken.answers[core.digest(one.key)];
      const marks = /^[^!:]*(?:!([0-9a-z]+))?(?::([a-z]))?$/.exec(saved);
      const response = core.answerTo(state, quiz.id, one);
      const text = types[one.type].keeps === 'text' ? saved.split(/[!:=]/)[0] : response.map((id) => id.split('.').map(three).join('')).join('');
      return core.digest(one.key) + text + (marks[1] || marks[2] ? '!' + (marks[1] || '') : '') + (marks[2] ? '!' + marks[2] : '');
    });
    return [core.digest(quiz.id), taken.attempt.toString(36) + (taken.over ? '!' : ''), taken.best === null ? '' : taken.best, taken.seed, answers.join(',')].join('.');
  });
  return ['3', parts[1], parts[2], quizzes.join(';'), '', parts[5]].join('~');
}

/** What an author does between two builds. */
const EDITS = {
  'a lesson is added': (roll, build) => build.lessons.splice(roll(build.lessons.length + 1), 0, fresh('lesson')),
  'a lesson is removed': (roll, build) => build.lessons.splice(roll(build.lessons.length), 1),
  'lessons are moved': (roll, build) => build.lessons.reverse(),
  'a quiz is added': (roll, build) => build.quizzes.unshift(quizMade(roll, build.questions)),
  'a quiz is removed': (roll, build) => build.quizzes.splice(roll(build.quizzes.length), 1),
  'quizzes are moved': (roll, build) => build.quizzes.reverse(),
  'a question is added'(roll, build) {
    onQuiz(roll, build, (quiz) => {
      const question = questionOf(roll, quiz.id);
      build.questions.push(question);
      quiz.pool.splice(roll(quiz.pool.length + 1), 0, question.key);
    });
  },
  'a question is removed': (roll, build) => onQuiz(roll, build, (quiz) => quiz.pool.length > 1 && quiz.pool.splice(roll(quiz.pool.length), 1)),
  'questions are moved': (roll, build) => onQuiz(roll, build, (quiz) => quiz.pool.reverse()),
  'a draw is changed': (roll, build) => onQuiz(roll, build, (quiz) => (quiz.draw = roll(3) ? 1 + roll(quiz.pool.length) : undefined)),
  'an option is added': (roll, build) => onChoices(roll, build, (question) => question.choices.splice(roll(question.choices.length + 1), 0, fresh('option'))),
  'many options are added': (roll, build) => onChoices(roll, build, (question) => question.choices.push(...many(40, () => fresh('option')))),
  'an option is removed': (roll, build) => onChoices(roll, build, (question) => question.choices.length > 2 && without(question, roll.one(question.choices))),
  'options are moved': (roll, build) => onChoices(roll, build, (question) => question.choices.reverse()),
  'a pair is removed': (roll, build) => onType(roll, build, /matching|sort/, (question) => question.choices.length > 1 && without(question, roll.one(question.choices))),
  'a target is removed'(roll, build) {
    onType(roll, build, /matching|sort/, (question) => {
      const gone = roll.one(question.targets);
      if (question.right.every((pair) => pair.split('.')[1] === gone)) {
        return;
      }
      question.targets = question.targets.filter((id) => id !== gone);
      question.right.filter((pair) => pair.split('.')[1] === gone).forEach((pair) => without(question, pair.split('.')[0]));
    });
  },
  'a pair is added'(roll, build) {
    onType(roll, build, /matching|sort/, (question) => {
      question.choices.push(fresh('pair'));
      question.targets.push(fresh('place'));
      question.right.push(question.choices.slice(-1)[0] + '.' + question.targets.slice(-1)[0]);
    });
  },
  'a step is removed': (roll, build) => onType(roll, build, /sequencing/, (question) => question.choices.length > 2 && without(question, roll.one(question.choices))),
  'another answer is right': (roll, build) => onChoices(roll, build, (question) => (question.right = [roll.one(question.choices)])),
  'a question is of another type'(roll, build) {
    const question = roll.one(build.questions);
    const type = roll.one(Object.keys(MAKES));
    Object.assign(question, { type: type }, MAKES[type](roll));
  },
  'a reply is removed': (roll, build) => onScene(roll, build, (scene, node) => node.replies.length > 1 && node.replies.splice(roll(node.replies.length), 1)),
  'a reply is added': (roll, build) => onScene(roll, build, (scene, node) => node.replies.length && node.replies.unshift(Object.assign({}, node.replies[0], { id: fresh('reply') }))),
  'replies are moved': (roll, build) => onScene(roll, build, (scene, node) => node.replies.reverse()),
  'another pass mark': (roll, build) => (build.pass = 50 + roll(50))
};

function onQuiz(roll, build, edit) {
  return build.quizzes.length && edit(roll.one(build.quizzes));
}

function onType(roll, build, types, edit) {
  const fitting = build.questions.filter((one) => types.test(one.type));
  return fitting.length && edit(roll.one(fitting));
}

function onChoices(roll, build, edit) {
  return onType(roll, build, /choice|hot-text|likert/, edit);
}

function onScene(roll, build, edit) {
  const scene = build.scenes.length && roll.one(build.scenes);
  return scene && edit(scene, scene.nodes[roll.one(Object.keys(scene.nodes))]);
}

function without(question, id) {
  question.choices = question.choices.filter((one) => one !== id);
  question.right = question.right.filter((one) => one.split('.')[0] !== id);
  if (!question.right.length && core.isScored(question)) {
    question.right = [question.choices[0]];
  }
}

/** What of a response still means what it did, told from both builds alone; null: nothing does. */
function expected(question, now, response) {
  if (!now || now.type !== question.type) {
    return now && types[now.type].keeps === 'text' && types[question.type].keeps === 'text' ? response : null;
  }
  const parts = response.map((id) => id.split('.'));
  switch (types[now.type].keeps) {
    case 'text':
      return response;
    case 'pairs': {
      const left = parts.filter((pair) => now.choices.indexOf(pair[0]) >= 0 && now.targets.indexOf(pair[1]) >= 0).map((pair) => pair.join('.'));
      const placed = now.choices.every((id) => left.filter((pair) => pair.split('.')[0] === id).length >= Math.max(1, now.right.filter((pair) => pair.split('.')[0] === id).length));
      return placed ? left : null;
    }
    case 'order':
      return response.every((id) => now.choices.indexOf(id) >= 0) && response.length === now.choices.length ? response : null;
    default:
      return response.every((id) => now.choices.indexOf(id) >= 0) ? response : null;
  }
}

/** All that is wrong with how a build opens the state of a former one. */
function losses(old, now, did, text, roll) {
  const wrong = [];
  const check = (fine, what) => fine || wrong.push(what);
  let state = core.unpack(text);
  did.lessons.forEach((lesson) => check(core.hasVisited(state, lesson), 'lesson ' + lesson));
  now.quizzes.filter((quiz) => did.answers[quiz.id]).forEach((quiz) => {
    const taken = core.quizOf(state, quiz.id);
    check(taken.best === did.best[quiz.id], 'best of ' + quiz.id);
    let lost = 0;
    const stays = Object.keys(did.answers[quiz.id]).filter((key) => {
      const before = expected(questionIn(old, key), questionIn(now, key), did.answers[quiz.id][key]);
      const has = questionIn(now, key) ? core.answerTo(state, quiz.id, questionIn(now, key)) : [];
      check(JSON.stringify(has) === JSON.stringify(before || []), key + ' is ' + has + ' instead of ' + before);
      const pooled = quiz.pool.indexOf(key) >= 0;
      lost += pooled && !before ? 1 : 0;
      check(!pooled || before || core.triesLeft(state, quiz.id, questionIn(now, key)) > 0, key + ' cannot be answered again');
      return pooled && before;
    });
    check(core.outdated(state, quiz, now.questions) === (did.over[quiz.id] ? 0 : lost), 'the learner is told of ' + core.outdated(state, quiz, now.questions) + ' of ' + lost);
    const asked = core.asked(state, quiz, now.questions);
    const room = core.drawn(quiz, taken.seed).length;
    check(stays.filter((key) => asked.indexOf(key) >= 0).length >= Math.min(stays.length, room), 'what is asked leaves out what was answered: ' + quiz.id);
    if (!taken.over) {
      check(asked.length === room, asked.length + ' are asked instead of ' + room);
      asked.filter((key) => core.triesLeft(state, quiz.id, questionIn(now, key))).forEach((key) => {
        const question = questionIn(now, key);
        do {
          state = core.answered(state, quiz.id, question, responseTo(roll, question));
        } while (core.triesLeft(state, quiz.id, question));
        check(core.asked(state, quiz, now.questions).join() === asked.join(), 'other questions after an answer');
      });
      const end = core.standing(state, quiz.id, asked.map((key) => questionIn(now, key)));
      check(end.finished, 'no end of ' + quiz.id);
      state = core.finished(state, quiz.id, end.percent);
      check(core.quizOf(state, quiz.id).best >= (did.best[quiz.id] || 0), 'a best result got worse');
    }
  });
  now.scenes.filter((scene) => did.said[scene.id]).forEach((scene) => {
    const talk = core.walk(state, scene);
    let at = scene.start;
    const said = did.said[scene.id];
    const broken = said.findIndex((reply) => {
      const there = at !== null && scene.nodes[at].replies.filter((one) => one.id === reply.id)[0];
      at = there ? there.next : null;
      return !there;
    });
    const kept = broken < 0 ? said.length : broken;
    check(talk.steps.length === kept && talk.lost === said.length - kept, 'a conversation of ' + talk.steps.length + ' instead of ' + kept);
    check(!kept || core.walk(core.unsaid(state, scene), scene).steps.length === kept - 1, 'nothing is taken back');
  });
  now.lessons.forEach((lesson) => (state = core.visited(state, lesson)));
  now.quizzes.forEach((quiz) => (state = core.finished(state, quiz.id, 100)));
  check(core.overall(state, Object.assign(whole(now), { scenarios: [] })).passed, 'the course cannot be passed');
  return wrong;
}

test('nothing is lost that still exists, whatever became of a course: 2,000 pairs of builds', () => {
  const names = Object.keys(EDITS);
  const told = [];
  for (let seed = 1; seed <= 2000; seed++) {
    const roll = luck(seed);
    const old = built(roll);
    const learner = worked(roll, old);
    const now = copyOf(old);
    const edits = many(1 + roll(5), () => names[(seed + roll(names.length)) % names.length]);
    edits.forEach((name) => EDITS[name](roll, now));
    const text = seed % 3 ? core.pack(learner.state, Infinity) : formerly(old, learner.state);
    losses(old, now, learner.did, text, roll).forEach((loss) => told.push(seed + ' (' + edits.join(', ') + '): ' + loss));
  }
  same(told.slice(0, 5), []);
});

// Each way alone, so that one that breaks something is named.
Object.keys(EDITS).forEach((name) =>
  test('nothing is lost when ' + name, () => {
    const told = [];
    for (let seed = 1; seed <= 20; seed++) {
      const roll = luck(seed * 7919);
      const old = built(roll);
      const learner = worked(roll, old);
      const now = copyOf(old);
      EDITS[name](roll, now);
      losses(old, now, learner.did, core.pack(learner.state, Infinity), roll).forEach((loss) => told.push(seed + ': ' + loss));
    }
    same(told.slice(0, 3), []);
  })
);
