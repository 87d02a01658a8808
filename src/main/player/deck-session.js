/**
 * A session of the practice deck goes from quiz page to quiz page; the address says how far it has come:
 * #practise/answered/of/right/quiz,quiz – the quizzes that follow. #practise alone is what is due of one quiz.
 *
 * @param {string} hash
 */
function sessionIn(hash) {
  const parts = hash.split('/');
  const count = (at) => Math.max(0, parseInt(parts[at], 10) || 0);
  return { done: count(1), total: count(2), right: count(3), next: (parts[4] || '').split(',').filter((id) => /^[\w-]+$/.test(id)) };
}

/**
 * What is due of a quiz's questions, one after the other. It counts for the practice deck alone: the attempt that is
 * under way stays as it is.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 * @returns {boolean} whether anything is due
 */
function practiseOnPage(place, session) {
  const words = session.words;
  const today = deck.dayOf(new Date());
  const keys = session.course.quizzes[0].pool;
  const due = deck.due(session.cards.read(), keys, today);
  const confidence = dom.one('[data-confidence]', place);
  const now = sessionIn(location.hash);
  const first = now.done;
  const total = Math.max(now.total, first + due.length);
  const questions = due.map((key) => {
    const form = dom.one('[data-question="' + key + '"]', place);
    const spec = session.question(key);
    const next = dom.one('[data-next]', form);
    dom.on(next, 'click', () => go(due.indexOf(key) + 1));
    const question = questionOnPage(form, spec, {
      words: words,
      repeat: false,
      seed: () => String(today),
      left: () => 0,
      check(response, grade) {
        now.done += 1;
        now.right += grade.right ? 1 : 0;
        // Who comes back to this page goes on from here.
        history.replaceState(null, '', '#practise/' + [now.done, total, now.right, now.next.join(',')].join('/'));
        session.rehearse(spec, grade, sure ? sure.read() : '');
        if (sure) {
          sure.reset(false);
        }
        dom.text(next, now.done < total ? words['next-question'] : words['practise-back']);
        dom.show(next, true);
        return 0;
      }
    });
    // Put in only now: its radio buttons are none of the question's answers.
    const sure = confidence ? confidenceIn(form, confidence) : null;
    return question;
  });

  function go(at) {
    if (at === due.length) {
      leave();
      return;
    }
    questions.forEach((question, i) => question.show(i === at));
    window.scrollTo(0, 0);
    questions[at].focus();
  }

  /** On to the next quiz, or back to the deck, which sums up. */
  function leave() {
    const state = [now.done, total, now.right].join('/');
    location.href = now.next.length ? 'quiz-' + now.next[0] + '.html#practise/' + state + '/' + now.next.slice(1).join(',') : 'practice.html#done/' + state;
  }

  if (!due.length && now.next.length) {
    leave();
    return true;
  }
  if (due.length) {
    dom.all('[data-question]', place).forEach((form) => dom.show(form, false));
    questions.forEach((question, at) => dom.text(dom.one('[data-kicker]', question.form), dom.fill(words['practise-of'], first + at + 1, total)));
    dom.show(dom.one('[data-intro]', place), false);
    dom.show(dom.one('[data-questions]', place), true);
    go(0);
  }
  return due.length > 0;
}
