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
  /** What was missed, while it is practised: it changes no result. @type {?{missed: Object[], right: number}} */
  let drill = null;

  /** Every question that may be asked. */
  const pool = dom.all('[data-question]', place).map((form) => {
    const spec = session.question(form.getAttribute('data-question'));
    const next = dom.one('[data-next]', form);
    const question = questionOnPage(form, spec, {
      words: words,
      repeat: false,
      beside: session.beside(spec, id),
      // An attempt of long ago has no seed: its orders were made from its number.
      seed: () => taken().seed || String(taken().attempt),
      left: () => (drill ? 0 : core.triesLeft(state(), id, spec)),
      check(response, grade, seconds) {
        if (drill) {
          drill.right += grade.right ? 1 : 0;
          session.rehearse(spec, grade, '');
          dom.text(next, drill.missed[drill.missed.length - 1] === question ? words['see-result'] : words['next-question']);
          dom.show(next, true);
          return 0;
        }
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
    dom.on(next, 'click', () => (drill ? drillOn(question) : standing().finished ? result(true) : go(firstOpen(questions.indexOf(question)))));
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
    place.toggleAttribute('data-asking', name === 'questions');
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

  /** What was missed, once more and at once. */
  function practiseMissed() {
    drill = { missed: missed(), right: 0 };
    drill.missed.forEach((question, at) => {
      question.reset();
      if (question.sure) {
        question.sure.reset(false);
      }
      dom.show(dom.one('[data-next]', question.form), false);
      dom.text(dom.one('[data-kicker]', question.form), dom.fill(words['practise-of'], at + 1, drill.missed.length));
    });
    drillOn(null);
  }

  /** The next one that was missed; after the last the result again, as it was. */
  function drillOn(question) {
    const next = drill.missed[drill.missed.indexOf(question) + 1];
    if (next) {
      view('questions');
      dom.show(part('dots'), false);
      questions.forEach((one) => one.show(one === next));
      window.scrollTo(0, 0);
      next.focus();
      return;
    }
    const said = dom.fill(words.practised, drill.right, drill.missed.length);
    const all = drill.right === drill.missed.length;
    drill = null;
    lay();
    result(true);
    dom.text(part('practised'), said);
    lead(core.standing(state(), id, specs()).percent >= session.course.pass, !all);
  }

  function missed() {
    return questions.filter((question) => core.isScored(question.spec) && !core.grade(question.spec, core.answerTo(state(), id, question.spec)).right);
  }

  /** First what to do: whoever passed goes on, whoever did not practises what was missed, then tries again. */
  function lead(passed, practise) {
    const first = passed ? 'on' : practise ? 'missed' : repeats() ? 'retry' : 'on';
    [first].concat(['missed', 'retry', 'on'].filter((name) => name !== first)).forEach((name) => {
      part(name).classList.toggle('quiet', name !== first);
      part(name).parentNode.append(part(name));
    });
  }

  function result(move) {
    const now = standing();
    const passed = now.percent >= session.course.pass;
    const order = confidence ? core.ranked(state(), id, specs()) : specs();
    const weak = core.weak(state(), id, order);
    const unscored = specs().length - now.total;
    const wrong = missed().length;
    view('result');
    part('result').setAttribute('data-level', passed ? 'right' : 'partly');
    dom.text(part('score'), now.total ? dom.fill(words.score, now.percent) : '');
    dom.text(part('passed'), passed ? words.passed : words.failed + ' \u00b7 ' + dom.fill(words.needed, session.course.pass));
    dom.text(part('count'), now.total ? dom.fill(words[unscored ? 'count-unscored' : 'count'], now.right, now.total, unscored) : '');
    dom.text(part('practised'), '');
    if (worked) {
      session.unrecorded(part('unrecorded'));
    }
    dom.show(part('missed'), wrong > 0);
    dom.text(part('missed'), wrong === 1 ? words['practise-one'] : dom.fill(words['practise-many'], wrong));
    dom.show(part('retry'), repeats());
    lead(passed, wrong > 0);
    principles(weak);
    dom.show(part('clean'), now.total > 0 && weak.length === 0);
    attemptsLeft();
    answers(order);
    if (move) {
      window.scrollTo(0, 0);
      dom.focus(dom.one('h2', part('result')));
    }
  }

  /** Each principle once: the weak ones in their order, with where to read and practise; the others fold to a line. */
  function principles(weak) {
    const found = core.mastery(state(), id, specs());
    const of = (principle) => found.filter((it) => it.principle === principle)[0];
    const low = weak.concat(found.filter((it) => it.right < it.asked && weak.indexOf(it.principle) < 0).map((it) => it.principle));
    const held = found.map((it) => it.principle).filter((principle) => low.indexOf(principle) < 0);
    list(part('reread'), low);
    list(part('mastery'), held);
    dom.text(dom.one('summary', part('mastery')), held.length === 1 ? words['held-one'] : dom.fill(words['held-many'], held.length));
    const asked = specs();
    const others = session.course.questions.filter((spec) => quiz.pool.indexOf(spec.key) >= 0 && asked.indexOf(spec) < 0);
    dom.show(part('others'), repeats() && others.some((spec) => spec.tests.some((principle) => weak.indexOf(principle) >= 0)));

    function list(section, shown) {
      const inside = dom.one('ul', section);
      shown.forEach((principle) => {
        const item = dom.all('[data-principle]', place).filter((one) => one.getAttribute('data-principle') === principle && one.matches('li'))[0];
        const share = of(principle);
        if (item) {
          inside.append(item);
          item.classList.toggle('all', section !== part('reread'));
          dom.text(dom.one('[data-share]', item), share ? dom.fill(words.count, share.right, share.asked) : '');
          practise(dom.all('.practise', item));
        }
      });
      dom.all('li', inside).forEach((item) => dom.show(item, shown.indexOf(item.getAttribute('data-principle')) >= 0));
      dom.show(section, shown.length > 0);
    }
  }

  /** One question of each lesson, and where there are others none that was just missed. */
  function practise(links) {
    const ends = missed().map((question) => 'practice_' + question.spec.key.replace('/', '_'));
    const siblings = links.filter((link) => !ends.some((end) => link.hash.slice(-end.length) === end));
    const offered = siblings.length ? siblings : links;
    links.forEach((link) => dom.show(link, offered.filter((one) => one.textContent === link.textContent)[0] === link));
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
  dom.on(part('missed'), 'click', practiseMissed);
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
  form.insertBefore(group, dom.one('[data-verdict]', form));
  return {
    read: () => dom.all('input', group).filter((input) => input.checked).map((input) => input.value)[0],
    reset(visible) {
      dom.all('input', group).forEach((input) => (input.checked = false));
      dom.show(group, visible);
    }
  };
}
