/** Whether something was saved that is nothing of ours. */
function unreadable(saved) {
  const nothing = core.pack(core.empty(), Infinity);
  return Boolean(saved) && saved !== nothing && core.pack(core.unpack(saved), Infinity) === nothing;
}

/**
 * Starts the player: finds who keeps the records, brings the questions to life, marks the progress.
 *
 * @param {Course} course what the page says of it
 * @returns {Session}
 *
 * @typedef {{words: Object<string, string>, course: Course, state: (() => State), cards: ?Object,
 *   question: ((key: string) => Question), update: ((change: ((state: State) => State)) => void),
 *   answer: ((question: Question, response: string[], grade: Grade, seconds: number, practice: boolean, change: ((state: State) => State), sure?: string) => void),
 *   rehearse: ((question: Question, grade: Grade, sure?: string) => void), reply: ((scenario: Scenario, node: string, reply: Reply, seconds: number) => void),
 *   beside: ((question: Question, quiz: string) => Beside), drafts: Drafts,
 *   trouble: (() => string), tell: (() => void), unrecorded: ((place: ?Element) => void)}} Session
 *   cards: the practice deck on this device; null in a package; rehearse: an answer that counts for the deck alone
 *   beside: of a question in a quiz, or with '' in a lesson
 *   tell: says how the work is kept; unrecorded: says at a result, if so, that it counts nowhere
 */
function start(course) {
  const names = Object.keys(keepers);
  const keeper = keepers[names[names.length - 1]](course.course, undefined, course);
  // What a platform launches has no practice deck: its device is anybody's.
  const cards = course.page === 'package' ? null : deckOnDevice(course.course, undefined, course.place);
  course.questions = course.questions || dom.questions();
  const drafts = draftsIn('rebound.' + (course.place || '') + course.course + '.drafts', () => (cards ? window.localStorage : window.sessionStorage));
  let state = core.empty();
  let corrupt = false;

  /** What is saved now: another tab may have saved since this page was opened. */
  function look() {
    const saved = keeper.read();
    state = saved ? core.unpack(saved) : state;
  }

  /** Changes what is saved now. */
  function update(change) {
    look();
    state = change(state);
    const objectives = course.objectives ? objectivesOf(state, course) : [];
    keeper.save(core.pack(state, keeper.limit), state.at, core.overall(state, course), objectives);
    showProgress(session);
  }

  /** @type {Session} */
  const session = {
    words: Object.assign(spoken, course.words),
    course: course,
    state: () => state,
    question: (key) => course.questions.filter((question) => question.key === key)[0],
    update: update,
    answer(question, response, grade, seconds, practice, change, sure) {
      const key = question.key.split('/');
      const type = types[question.type];
      keeper.answer({
        bank: key[0],
        question: key[1],
        principles: question.tests,
        type: type.interaction,
        choices: question.choices,
        targets: question.targets,
        given: response,
        correct: type.correct ? type.correct(question) : [question.right],
        scored: core.isScored(question),
        right: grade.right,
        score: core.credit(question, response),
        weight: practice || !core.isScored(question) ? 0 : core.weight(question),
        seconds: seconds,
        practice: practice,
        prompt: keeper.watch ? promptOf(question.key) : ''
      });
      session.rehearse(question, grade, sure);
      update(change);
    },
    rehearse(question, grade, sure) {
      if (cards && core.isScored(question)) {
        cards.update((held) => deck.answered(held, question.key, grade.right, deck.dayOf(new Date()), sure));
      }
    },
    beside: (question, quiz) => ({
      draft: () => drafts.of(question.key),
      keep: (text) => drafts.keep(question.key, text),
      ticked: () => core.ticksOf(state, quiz, question),
      tick: (ids) => update((before) => core.ticked(before, quiz, question, ids))
    }),
    drafts: drafts,
    cards: cards,
    /** To whoever keeps records, a reply is one more choice made in practice. */
    reply(scenario, node, reply, seconds) {
      const replies = scenario.nodes[node].replies;
      const best = replies.filter((it) => it.id === scenario.nodes[node].best)[0];
      keeper.answer({
        bank: scenario.id,
        question: node,
        principles: [(best || reply).principle].filter((it) => it),
        type: 'choice',
        choices: replies.map((it) => it.id),
        targets: [],
        given: [reply.id],
        correct: [[reply.right || !best ? reply.id : best.id]],
        scored: true,
        right: reply.right,
        score: reply.right ? 1 : 0,
        weight: 0,
        seconds: seconds,
        practice: true,
        prompt: ''
      });
      update((before) => core.said(before, scenario, reply.id));
    },
    trouble: () => keeper.health() || (corrupt ? 'corrupt' : '') || (cards ? cards.trouble() : ''),
    tell: () => say(spoken[session.trouble()] || '', 'warn'),
    unrecorded(place) {
      const mode = keeper.launch ? keeper.launch().mode : 'normal';
      dom.text(place, spoken['unrecorded-' + mode]);
      dom.show(place, mode !== 'normal');
    }
  };

  function arrive(kind, id, at) {
    if (kind === 'lesson' && !at) {
      readingOnPage(session, id);
      showProgress(session);
    } else if (kind === 'lesson') {
      update((before) => core.located(core.visited(before, id), at));
    } else if (at && kind) {
      update((before) => core.located(before, at));
    } else {
      showProgress(session);
    }
  }

  if (keeper.watch) {
    platformOnPage(keeper, session, again);
  }
  // The place that keeps the records may take its time; until then a package shows its opening.
  dom.all('[data-section]').forEach((section, at) => dom.show(section, at === 0));
  keeper.open((saved) => {
    state = core.unpack(saved);
    corrupt = unreadable(saved);
    theme.settle();
    const left = keeper.left ? keeper.left() : '';
    if (left && !core.hasVisited(state, left.split('#')[0])) {
      update((before) => core.located(before, left));
    }
    if (cards) {
      phrasesOnPage(session);
    }
    if (course.page === 'lesson') {
      turnsOnPage();
    }
    if (!course.later) {
      questionsOnPage(session);
    }
    const practising = cards && /^#practise\b/.test(location.hash);
    // A quiz that stands in no module yet, as while it is written, is looked at and not played.
    const planned = dom.all('[data-quiz]').filter((place) => course.quizzes.some((one) => one.id === place.getAttribute('data-quiz')));
    planned.forEach((place) => (practising && practiseOnPage(place, session)) || quizOnPage(place, session));
    dom.all('[data-scenario]').forEach((place) => scenarioOnPage(place, session));
    if (dom.one('[data-section]')) {
      sectionsOnPage(arrive).start(state.at);
    } else {
      arrive(course.page, course.id, '');
    }
    dom.all('[data-keeping]').forEach((place) => keepingOnPage(place, session));
    dom.all('[data-reminder]').forEach((place) => reminderOnPage(place, session));
  });
  dom.on(window, 'pagehide', () => keeper.close());
  /** Back on this page, or something was saved in another tab, or brought along by a platform that came late. */
  function again() {
    look();
    showProgress(session);
  }
  dom.on(window, 'pageshow', (event) => event.persisted && again());
  dom.on(window, 'storage', again);
  return session;
}

/**
 * Brings the questions that stand in lessons to life. What a reader chose or typed before is still there afterwards.
 *
 * @param {Session} session
 */
function questionsOnPage(session) {
  dom.all('[data-question]').forEach((form) => {
    const spec = session.question(form.getAttribute('data-question'));
    if (spec && !form.closest('[data-quiz]')) {
      const before = dom.all('input, textarea', form).map((input) => [input, input.checked, input.value]);
      const response = core.practiceOf(session.state(), spec);
      const question = questionOnPage(form, spec, {
        words: session.words,
        repeat: true,
        beside: session.beside(spec, ''),
        seed: () => '1',
        left: () => 0,
        check(given, grade, seconds) {
          session.answer(spec, given, grade, seconds, true, (state) => core.practised(state, spec, given));
          return 0;
        }
      });
      if (response.length) {
        question.restore(response);
      } else {
        before.forEach(([input, checked, value]) => Object.assign(input, { checked: checked, value: value || input.value }));
      }
    }
  });
}
