/** The words of a principle stand once on the page, in a template: here they are put under an answer. */
function principleInto(rule) {
  const words = rule && dom.one('template[data-principle="' + rule.getAttribute('data-rule') + '"]');
  if (words && rule.children.length === 1) {
    rule.append(words.content.cloneNode(true));
  }
}

/**
 * One question on the page: takes a response, shows why it is right or wrong.
 *
 * @param {HTMLFormElement} form
 * @param {Question} spec
 * @param {{words: Object<string, string>, repeat: boolean, seed: (() => string),
 *   check: ((response: string[], grade: Grade, seconds: number) => number), left: ((() => number)), beside?: Beside}} options
 *   seed: on which what is shown in no order depends; check: told the response, its grade, and
 *   after how many seconds, says how often it may be answered again
 */
function questionOnPage(form, spec, options) {
  const type = types[spec.type];
  const words = Object.assign({}, options.words);
  Object.keys(type.words || {}).forEach((key) => {
    words[key] = options.words[type.words[key]];
  });
  const screen = type.screen(form, spec, words, options.beside);
  const feedback = dom.one('[data-feedback]', form);
  const verdict = dom.one('[data-verdict]', form);
  const ask = dom.one('[data-ask]', form);
  const check = dom.one('[data-check]', form);
  const againButton = dom.one('[data-again]', form);
  const tries = dom.one('[data-tries]', form);
  const seed = () => spec.key + '/' + options.seed();
  let since = Date.now();
  let open = true;

  /** What was chosen is said as the question says it. */
  function chosenInto(place, id) {
    if (place && !place.firstChild) {
      place.append(...dom.copy(dom.choice(form, id)));
    }
  }

  function level(grade) {
    return !core.isScored(spec) ? 'noted' : grade.right ? 'right' : grade.partly ? 'partly' : 'wrong';
  }

  /** What an answer is to the response: missing from it, wrong in it, right in it. */
  function role(id, grade) {
    return grade.missed.indexOf(id) >= 0 ? words.correct : (spec.wrong.indexOf(id) < 0 && words.held) || words.yours;
  }

  /** What is wrong, and no more: the question stays open. */
  function retry(grade, left) {
    verdictOf(grade, grade.given.filter((id) => spec.wrong.indexOf(id) >= 0));
    showTries(left);
  }

  function reveal(response) {
    const grade = core.grade(spec, response);
    open = false;
    screen.show(response, grade);
    verdictOf(grade, grade.given.concat(grade.missed, grade.held || []));
    showTries(0);
    dom.show(check, false);
    dom.show(againButton, options.repeat);
    return grade;
  }

  function showTries(left) {
    dom.text(tries, left === 1 ? words['try-last'] : left ? dom.fill(words['tries-left'], left) : '');
  }

  function verdictOf(grade, shown) {
    const named = [];
    const reasons = shown.map((id) => dom.all('[data-why]', feedback).filter((it) => it.getAttribute('data-why') === id)[0]);
    const isWrong = (id) => grade.missed.indexOf(id) >= 0 || spec.wrong.indexOf(id) >= 0;
    // What is right folds to a line, unless it is all there is to say.
    const first = (shown.some(isWrong) ? shown.filter(isWrong) : shown)[0];
    form.setAttribute('data-level', level(grade));
    dom.text(verdict, words[grade.close ? 'close' : level(grade)]);
    dom.all('[data-why]', feedback).forEach((why) => dom.show(why, false));
    shown.forEach((id, at) => {
      const why = reasons[at];
      if (why) {
        dom.text(dom.one('[data-role]', why), role(id, grade));
        dom.show(why, true);
        why.open = id === first || isWrong(id);
        why.classList.toggle('is-good', !isWrong(id));
        chosenInto(dom.one('[data-text]', why), id);
        principleInto(dom.one('[data-rule]', why));
        // The same principle is named once, where it was broken, or else where it was applied; and
        // wherever there is nothing else to say.
        dom.show(dom.one('.rule', why), named.indexOf(spec.principles[id]) < 0 || why.children.length < 3);
        named.push(spec.principles[id]);
        // What was chosen stands first.
        feedback.insertBefore(why, dom.one('[data-checklist], [data-about]', feedback));
      }
    });
    dom.all('[data-about] [data-rule]', feedback).forEach((rule) => {
      dom.show(rule, named.indexOf(rule.getAttribute('data-rule')) < 0);
      principleInto(rule);
    });
    dom.show(verdict, true);
    dom.show(feedback, true);
    announce(reasons.filter((why) => why)[0]);
  }

  /** What is heard when the verdict gets the focus: the verdict, the reason, and which question it was. */
  function announce(why) {
    const place = form.closest('[data-quiz]') ? dom.one('[data-kicker]', form) : null;
    const said = [verdict, why && dom.one('[data-reason]', why), place].filter((it) => it).map((it) => it.textContent.trim());
    verdict.setAttribute('aria-label', said.map((one) => one.replace(/([^.!?\u2026])$/, '$1.')).join(' '));
  }

  /** The verdict and the first reason come into view together: what is asked may be longer than the window. */
  function showVerdict() {
    const why = dom.all('[data-why]', feedback).filter((it) => !it.hidden)[0];
    const end = (why || verdict).getBoundingClientRect();
    const bar = dom.one('.bar', form).getBoundingClientRect();
    const low = Math.min(window.innerHeight, bar.top);
    dom.focus(verdict);
    if (end.bottom > low || verdict.getBoundingClientRect().top < 0) {
      verdict.scrollIntoView({ block: 'start' });
    }
  }

  function reset() {
    open = true;
    screen.reset(seed());
    form.removeAttribute('data-level');
    dom.text(ask, '');
    dom.show(verdict, false);
    dom.show(feedback, false);
    dom.show(check, true);
    dom.show(againButton, false);
    hints(0);
    showTries(spec.attempts ? options.left() : 0);
    since = Date.now();
  }

  /** The first few hints; the next one is asked for. */
  function hints(shown) {
    const list = dom.all('[data-hints] li', form);
    const more = dom.one('[data-hint]', form);
    list.forEach((hint, at) => dom.show(hint, at < shown));
    dom.show(more, shown < list.length);
    dom.text(more, list.length > 1 ? dom.fill(words['hint-of'], shown + 1, list.length) : words.hint);
  }

  /** Answers are chosen by their digits, and Enter goes on, while the question has the focus (WCAG 2.1.4). */
  function byKey(event) {
    const typing = event.target.matches('textarea, [type="text"]');
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (open && screen.pick && !typing && /^[1-9]$/.test(event.key)) {
      event.preventDefault();
      screen.pick(Number(event.key) - 1);
    } else if (!open && event.key === 'Enter' && (event.target === verdict || event.target.matches('input, legend'))) {
      const next = dom.one('[data-next]', form);
      event.preventDefault();
      if (next && !next.hidden) {
        next.click();
      }
    }
  }

  reset();
  dom.on(form, 'keydown', byKey);
  dom.on(form, 'submit', (event) => {
    event.preventDefault();
    const response = open ? screen.read() : [];
    dom.text(ask, response.length || !open ? '' : words.none);
    if (response.length) {
      const grade = core.grade(spec, response);
      const left = options.check(response, grade, (Date.now() - since) / 1000);
      if (left) {
        retry(grade, left);
      } else {
        reveal(response);
      }
      showVerdict();
    }
  });
  dom.on(againButton, 'click', () => {
    reset();
    if (screen.again) {
      screen.again();
    }
    dom.focus(screen.first());
  });

  dom.on(dom.one('[data-hint]', form), 'click', () => {
    const shown = dom.all('[data-hints] li', form).filter((hint) => !hint.hidden).length;
    hints(shown + 1);
    dom.focus(dom.all('[data-hints] li', form)[shown]);
  });

  return {
    form: form,
    spec: spec,
    /** Shows a response given earlier. */
    restore: (response) => (response.length ? reveal(response) : reset()),
    reset: reset,
    show(visible) {
      dom.show(form, visible);
      since = Date.now();
    },
    focus: () => dom.focus(dom.one('legend', form))
  };
}
