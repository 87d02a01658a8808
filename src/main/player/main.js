/**
 * Starts the page: finds who keeps the records, brings the questions to life, marks the progress.
 *
 * @typedef {{words: Object<string, string>, course: Course, state: function(): State,
 *   question: function(string): Question, update: function(function(State): State): void,
 *   answer: function(Question, string[], boolean, number, boolean, function(State): State): void,
 *   reply: function(Scenario, string, Reply, number): void,
 *   trouble: function(): string}} Session
 */
function start() {
  theme.start();
  const course = dom.data();
  if (!course) {
    return;
  }
  const names = Object.keys(keepers);
  const keeper = keepers[names[names.length - 1]](course.course);
  let state = core.empty();

  /** Changes what is saved now: another tab may have saved since this page was opened. */
  function update(change) {
    const saved = keeper.read();
    const before = saved ? core.unpack(saved) : state;
    state = change(before);
    keeper.save(core.pack(state, keeper.limit), state.at, core.overall(state, course));
    showProgress(session);
  }

  /** @type {Session} */
  const session = {
    words: course.words,
    course: course,
    state: () => state,
    question: (key) => course.questions.filter((question) => question.key === key)[0],
    update: update,
    answer(question, ids, right, seconds, practice, change) {
      const key = question.key.split('/');
      keeper.answer({
        bank: key[0],
        question: key[1],
        principle: question.principles[question.right[0]] || '',
        type: types[question.type].interaction,
        choices: question.choices,
        given: ids,
        correct: question.right,
        right: right,
        seconds: seconds,
        practice: practice
      });
      update(change);
    },
    /** To whoever keeps records, a reply is one more choice made in practice. */
    reply(scenario, node, reply, seconds) {
      const replies = scenario.nodes[node].replies;
      const best = replies.filter((it) => it.id === scenario.nodes[node].best)[0];
      keeper.answer({
        bank: scenario.id,
        question: node,
        principle: (best || reply).principle,
        type: 'choice',
        choices: replies.map((it) => it.id),
        given: [reply.id],
        correct: reply.right || !best ? [reply.id] : [best.id],
        right: reply.right,
        seconds: seconds,
        practice: true
      });
      update((before) => core.said(before, scenario, reply.id));
    },
    trouble: keeper.health
  };

  function arrive(kind, id, at) {
    if (kind === 'lesson') {
      update((before) => core.located(core.visited(before, id), at));
    } else if (at && kind) {
      update((before) => core.located(before, at));
    } else {
      showProgress(session);
    }
  }

  // The place that keeps the records may take its time; until then a package shows its opening.
  dom.all('[data-section]').forEach((section, at) => dom.show(section, at === 0));
  keeper.open((saved) => {
    state = core.unpack(saved);
    dom.all('[data-question]').forEach((form) => {
      const spec = session.question(form.getAttribute('data-question'));
      if (spec && !form.closest('[data-quiz]')) {
        questionOnPage(form, spec, {
          words: course.words,
          repeat: true,
          check: (ids, right, seconds) =>
            session.answer(spec, ids, right, seconds, true, (before) => core.practised(before, spec, ids))
        }).restore(core.practiceOf(state, spec));
      }
    });
    dom.all('[data-quiz]').forEach((place) => quizOnPage(place, session));
    dom.all('[data-scenario]').forEach((place) => scenarioOnPage(place, session));
    if (dom.one('[data-section]')) {
      sectionsOnPage(arrive).start(state.at);
    } else {
      arrive(course.page, course.id, '');
    }
  });
  dom.on(window, 'pagehide', () => keeper.close());
  dom.on(window, 'pageshow', (event) => event.persisted && showProgress(session));
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
