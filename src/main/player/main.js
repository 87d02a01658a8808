/**
 * Starts the page: finds who keeps the records, brings the questions to life, marks the progress.
 *
 * @typedef {{words: Object<string, string>, course: Course, state: function(): State,
 *   question: function(string): Question, update: function(function(State): State): void,
 *   answer: function(Question, string[], Grade, number, boolean, function(State): State): void,
 *   trouble: function(): string}} Session
 */
function start() {
  theme.start();
  const course = dom.data();
  if (!course) {
    return;
  }
  const names = Object.keys(keepers);
  const keeper = keepers[names[names.length - 1]](course.course, undefined, course);
  let state = core.empty();

  /** Changes what is saved now: another tab may have saved since this page was opened. */
  function update(change) {
    const saved = keeper.read();
    const before = saved ? core.unpack(saved) : state;
    state = change(before);
    keeper.save(core.pack(state, keeper.limit), state.at, core.overall(state, course), objectivesOf(state, course));
    showProgress(session);
  }

  /** What a learner reads of a question, on one line. */
  function stem(key) {
    const form = dom.all('[data-question]').filter((one) => one.getAttribute('data-question') === key)[0];
    return form ? dom.one('legend', form).textContent.replace(/\s+/g, ' ').trim() : '';
  }

  /** @type {Session} */
  const session = {
    words: course.words,
    course: course,
    state: () => state,
    question: (key) => course.questions.filter((question) => question.key === key)[0],
    update: update,
    answer(question, response, grade, seconds, practice, change) {
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
        seconds: seconds,
        practice: practice,
        prompt: stem(question.key)
      });
      update(change);
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
          attempt: () => 1,
          check: (response, grade, seconds) =>
            session.answer(spec, response, grade, seconds, true, (before) => core.practised(before, spec, response))
        }).restore(core.practiceOf(state, spec));
      }
    });
    dom.all('[data-quiz]').forEach((place) => quizOnPage(place, session));
    if (dom.one('[data-section]')) {
      sectionsOnPage(arrive).start(state.at);
    } else {
      arrive(course.page, course.id, '');
    }
  });
  if (keeper.watch) {
    keeper.watch(() => {
      // A platform that came late may have brought an earlier state along.
      const saved = keeper.read();
      state = saved ? core.unpack(saved) : state;
      showProgress(session);
    });
  }
  if (keeper.leaves) {
    const leave = dom.one('[data-leave]');
    dom.show(leave, true);
    dom.on(leave, 'click', () => {
      dom.show(leave, false);
      keeper.close(() => showProgress(session));
    });
  }
  dom.on(window, 'pagehide', () => keeper.close());
  dom.on(window, 'pageshow', (event) => event.persisted && showProgress(session));
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}
