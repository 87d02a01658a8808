/**
 * A quiz on the page: what to know first, one question at a time, the result.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 */
function quizOnPage(place, session) {
  const bank = place.getAttribute('data-quiz');
  const words = session.words;
  const part = (name) => dom.one('[data-' + name + ']', place);
  const dots = part('dots') ? dom.all('li', part('dots')) : [];
  const state = () => session.state();
  const specs = () => questions.map((question) => question.spec);
  const standing = () => core.standing(state(), bank, specs());

  const questions = dom.all('[data-question]', place).map((form, at, all) => {
    const spec = session.question(form.getAttribute('data-question'));
    const next = dom.one('[data-next]', form);
    dom.text(dom.one('[data-kicker]', form), dom.fill(words.question, at + 1, all.length));
    dom.on(next, 'click', () => (standing().finished ? result(true) : go(firstOpen(at))));
    return questionOnPage(form, spec, {
      words: words,
      repeat: false,
      attempt: () => core.quizOf(state(), bank).attempt,
      check(response, grade, seconds) {
        session.answer(spec, response, grade, seconds, false, (before) => {
          const after = core.answered(before, bank, spec, response);
          const now = core.standing(after, bank, specs());
          return now.finished ? core.finished(after, bank, now.percent) : after;
        });
        offerNext(next);
        paintDots(at);
      }
    });
  });

  function offerNext(button) {
    dom.text(button, standing().finished ? words['see-result'] : words['next-question']);
    dom.show(button, true);
  }

  /** The next question without an answer, after this one or else from the start. */
  function firstOpen(after) {
    const open = questions.map((it, at) => at).filter((at) => !core.answerTo(state(), bank, questions[at].spec).length);
    const later = open.filter((at) => at > after);
    return later.length ? later[0] : open[0];
  }

  function paintDots(here) {
    questions.forEach((question, at) => {
      const response = core.answerTo(state(), bank, question.spec);
      const judged = () => (!core.isScored(question.spec) ? 'noted' : core.grade(question.spec, response).right ? 'right' : 'wrong');
      dots[at].className = (response.length ? judged() : '') + (at === here ? ' here' : '');
    });
  }

  function view(name) {
    dom.show(part('intro'), name === 'intro');
    dom.show(part('dots'), name === 'questions');
    dom.show(part('questions'), name === 'questions');
    dom.show(part('result'), name === 'result');
  }

  function go(at) {
    view('questions');
    questions.forEach((question, i) => question.show(i === at));
    paintDots(at);
    window.scrollTo(0, 0);
    questions[at].focus();
  }

  function result(move) {
    const now = standing();
    const passed = now.percent >= session.course.pass;
    const weak = core.weak(state(), bank, specs());
    view('result');
    part('result').setAttribute('data-level', passed ? 'right' : 'partly');
    dom.text(part('score'), now.total ? dom.fill(words.score, now.percent) : '');
    dom.text(part('passed'), passed ? words.passed : words.failed + ' \u00b7 ' + dom.fill(words.needed, session.course.pass));
    dom.text(part('count'), now.total ? dom.fill(words.count, now.right, now.total) : '');
    dom.all('[data-principle]', place).forEach((item) => {
      dom.show(item, weak.indexOf(item.getAttribute('data-principle')) >= 0);
    });
    dom.show(part('reread'), weak.length > 0);
    dom.show(part('clean'), now.total > 0 && weak.length === 0);
    if (move) {
      window.scrollTo(0, 0);
      dom.focus(dom.one('h2', part('result')));
    }
  }

  function intro() {
    const best = core.quizOf(state(), bank).best;
    view('intro');
    dom.text(part('best'), best === null ? '' : dom.fill(words.best, best));
    if (standing().answered) {
      dom.text(part('begin'), words['continue']);
    }
  }

  dom.show(part('begin'), true);
  dom.on(part('begin'), 'click', () => go(firstOpen(-1)));
  dom.on(part('retry'), 'click', () => {
    session.update((before) => core.again(before, bank));
    questions.forEach((question) => {
      question.reset();
      dom.show(dom.one('[data-next]', question.form), false);
    });
    go(0);
  });

  questions.forEach((question) => {
    const response = core.answerTo(state(), bank, question.spec);
    if (response.length) {
      question.restore(response);
      offerNext(dom.one('[data-next]', question.form));
    }
  });
  if (standing().finished) {
    result(false);
  } else {
    intro();
  }
}
