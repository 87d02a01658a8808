/**
 * A quiz on the page: what to know first, one question at a time, the result.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 */
function quizOnPage(place, session) {
  const id = place.getAttribute('data-quiz');
  const quiz = session.course.quizzes.filter((one) => one.id === id)[0];
  const words = session.words;
  const part = (name) => dom.one('[data-' + name + ']', place);
  const dots = part('dots') ? dom.all('li', part('dots')) : [];
  const confidence = part('confidence');
  const state = () => session.state();
  const taken = () => core.quizOf(state(), id);
  const specs = () => questions.map((question) => question.spec);
  const standing = () => core.standing(state(), id, specs());
  const open = (question) => core.triesLeft(state(), id, question.spec) > 0;
  /** Whether there may be another attempt. */
  const repeats = () => !quiz.attempts || taken().attempt < quiz.attempts;
  let questions = [];
  /** Whether something was answered since the page was opened. */
  let worked = false;

  /** Every question that may be asked. */
  const pool = dom.all('[data-question]', place).map((form) => {
    const spec = session.question(form.getAttribute('data-question'));
    const next = dom.one('[data-next]', form);
    const question = questionOnPage(form, spec, {
      words: words,
      repeat: false,
      // An attempt of long ago has no seed: its orders were made from its number.
      seed: () => taken().seed || String(taken().attempt),
      left: () => core.triesLeft(state(), id, spec),
      check(response, grade, seconds) {
        const sure = question.sure ? question.sure.read() : '';
        worked = true;
        const change = (before) => {
          const after = core.answered(before, id, spec, response, sure);
          const now = core.standing(after, id, specs());
          return now.finished ? core.finished(after, id, now.percent) : after;
        };
        session.answer(spec, response, grade, seconds, false, change, sure);
        if (!open(question)) {
          offerNext(next);
        }
        ask(question);
        paintDots(questions.indexOf(question));
        return core.triesLeft(state(), id, spec);
      }
    });
    dom.on(next, 'click', () => (standing().finished ? result(true) : go(firstOpen(questions.indexOf(question)))));
    // Put in only now: its radio buttons are none of the question's answers.
    return Object.assign(question, { sure: confidence && core.isScored(spec) ? confidenceIn(form, confidence) : null });
  });

  /** Each try is asked for itself. */
  function ask(question) {
    if (question.sure) {
      question.sure.reset(open(question));
    }
  }

  /** Takes up the attempt as it is kept. */
  function lay() {
    const keys = core.asked(state(), quiz, pool.map((question) => question.spec));
    pool.forEach((question) => {
      const response = core.answerTo(state(), id, question.spec);
      const next = dom.one('[data-next]', question.form);
      question.show(false);
      dom.show(next, false);
      if (response.length && !open(question)) {
        question.restore(response);
        offerNext(next);
      } else {
        question.reset();
      }
      ask(question);
    });
    questions = keys.map((key) => pool.filter((question) => question.spec.key === key)[0]).filter((it) => it);
    questions.forEach((question, at) => dom.text(dom.one('[data-kicker]', question.form), dom.fill(words.question, at + 1, questions.length)));
    dots.forEach((dot, at) => dom.show(dot, at < questions.length));
  }

  function offerNext(button) {
    dom.text(button, standing().finished ? words['see-result'] : words['next-question']);
    dom.show(button, true);
  }

  /** The next question to answer, after this one or else from the start. */
  function firstOpen(after) {
    const left = questions.map((it, at) => at).filter((at) => open(questions[at]));
    const later = left.filter((at) => at > after);
    return later.length ? later[0] : left[0];
  }

  function paintDots(here) {
    questions.forEach((question, at) => {
      const response = core.answerTo(state(), id, question.spec);
      const judged = () => (!core.isScored(question.spec) ? 'noted' : core.grade(question.spec, response).right ? 'right' : 'wrong');
      dots[at].className = (response.length && !open(question) ? judged() : '') + (at === here ? ' here' : '');
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
    if (!open(questions[at])) {
      offerNext(dom.one('[data-next]', questions[at].form));
    }
    paintDots(at);
    window.scrollTo(0, 0);
    questions[at].focus();
  }

  /** Begins an attempt, or goes on with the one under way. */
  function begin() {
    const anew = taken().over || standing().finished;
    // Four letters and digits: 1.6 million ways to draw and shuffle.
    const seed = (46656 + (crypto.getRandomValues(new Uint32Array(1))[0] % 1632960)).toString(36);
    session.update((before) => core.begun(anew ? core.again(before, id) : before, id, seed));
    lay();
    go(firstOpen(-1));
  }

  function result(move) {
    const now = standing();
    const passed = now.percent >= session.course.pass;
    const order = confidence ? core.ranked(state(), id, specs()) : specs();
    const weak = core.weak(state(), id, order);
    view('result');
    part('result').setAttribute('data-level', passed ? 'right' : 'partly');
    dom.text(part('score'), now.total ? dom.fill(words.score, now.percent) : '');
    dom.text(part('passed'), passed ? words.passed : words.failed + ' \u00b7 ' + dom.fill(words.needed, session.course.pass));
    dom.text(part('count'), now.total ? dom.fill(words.count, now.right, now.total) : '');
    if (worked) {
      session.unrecorded(part('unrecorded'));
    }
    reread(weak);
    dom.show(part('reread'), weak.length > 0);
    dom.show(part('clean'), now.total > 0 && weak.length === 0);
    dom.show(part('retry'), repeats());
    attemptsLeft();
    principles();
    answers(order);
    if (move) {
      window.scrollTo(0, 0);
      dom.focus(dom.one('h2', part('result')));
    }
  }

  /** The weak principles in their order, each with where to practise it. */
  function reread(weak) {
    const items = dom.all('[data-principle]', part('reread'));
    items.forEach((item) => dom.show(item, false));
    weak.forEach((principle) => {
      const item = items.filter((one) => one.getAttribute('data-principle') === principle)[0];
      if (item) {
        item.parentNode.append(item);
        practise(dom.all('.practise', item));
        dom.show(item, true);
      }
    });
    const asked = specs();
    const others = session.course.questions.filter((spec) => quiz.pool.indexOf(spec.key) >= 0 && asked.indexOf(spec) < 0);
    dom.show(part('others'), repeats() && others.some((spec) => spec.tests.some((principle) => weak.indexOf(principle) >= 0)));
  }

  /** One question of each lesson, and where there are others none that was just missed. */
  function practise(links) {
    const missed = specs().filter((spec) => core.isScored(spec) && !core.grade(spec, core.answerTo(state(), id, spec)).right);
    const ends = missed.map((spec) => 'practice_' + spec.key.replace('/', '_'));
    const siblings = links.filter((link) => !ends.some((end) => link.hash.slice(-end.length) === end));
    const offered = siblings.length ? siblings : links;
    links.forEach((link) => dom.show(link, offered.filter((one) => one.textContent === link.textContent)[0] === link));
  }

  /** What was asked about each principle; what is not all right stands first. */
  function principles() {
    const list = part('mastery');
    const found = core.mastery(state(), id, specs()).sort((a, b) => a.right / a.asked - b.right / b.asked);
    dom.all('[data-tested]', list).forEach((item) => dom.show(item, false));
    found.forEach((it) => {
      const item = dom.all('[data-tested]', list).filter((one) => one.getAttribute('data-tested') === it.principle)[0];
      if (item) {
        list.append(item);
        item.classList.toggle('all', it.right === it.asked);
        dom.text(dom.one('[data-share]', item), dom.fill(words.count, it.right, it.asked));
        dom.show(item, true);
      }
    });
    dom.show(list.parentNode, found.length > 0);
  }

  /** Each question of the attempt under its number, to look at again. */
  function answers(order) {
    const list = part('answers');
    list.textContent = '';
    order.forEach((spec) => {
      const at = specs().indexOf(spec);
      const it = core.grade(spec, core.answerTo(state(), id, spec));
      const how = !core.isScored(spec) ? 'noted' : it.right ? 'right' : it.partly ? 'partly' : 'wrong';
      const button = dom.make('button', 'link', dom.one('legend', questions[at].form).textContent.trim());
      button.type = 'button';
      dom.on(button, 'click', () => go(at));
      const item = dom.make('li', 'is-' + how, button, ' ', dom.make('span', 'outcome', words[how]));
      const sure = core.sureOf(state(), id, spec);
      const said = how === 'right' ? sure === 'guess' : how !== 'noted' && sure === 'sure';
      item.value = at + 1;
      if (said) {
        item.append(' ', dom.make('span', 'side', words['was-' + sure]));
      }
      list.append(item);
    });
  }

  function attemptsLeft() {
    const left = quiz.attempts - taken().attempt + (taken().over || standing().finished ? 0 : 1);
    dom.all('[data-left]', place).forEach((it) =>
      dom.text(it, left > 1 ? dom.fill(words['attempts-left'], left) : left === 1 ? words['attempt-last'] : left === 0 ? words['attempts-none'] : '')
    );
  }

  function intro() {
    const best = taken().best;
    view('intro');
    dom.text(part('best'), best === null ? '' : dom.fill(words.best, best));
    const outdated = core.outdated(state(), quiz, pool.map((question) => question.spec));
    dom.text(part('changed'), outdated === 1 ? words['changed-one'] : dom.fill(words['changed-many'], outdated));
    dom.show(part('changed'), outdated > 0);
    dom.show(part('begin'), !taken().over || repeats());
    attemptsLeft();
    if (!taken().over && (taken().seed || standing().answered)) {
      dom.text(part('begin'), words['continue']);
    }
  }

  dom.on(part('begin'), 'click', begin);
  dom.on(part('retry'), 'click', begin);
  lay();
  if (standing().finished) {
    if (!taken().over) {
      // Its answers were given on two devices.
      session.update((before) => core.finished(before, id, standing().percent));
    }
    result(false);
  } else {
    intro();
  }
}

/** How sure one is: asked beside an answer, before it is checked. */
function confidenceIn(form, template) {
  const group = template.content.cloneNode(true).firstElementChild;
  form.insertBefore(group, dom.one('[data-ask]', form));
  return {
    read: () => dom.all('input', group).filter((input) => input.checked).map((input) => input.value)[0],
    reset(visible) {
      dom.all('input', group).forEach((input) => (input.checked = false));
      dom.show(group, visible);
    }
  };
}
