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
      check(response, grade, seconds) {
        session.answer(spec, response, grade, seconds, true, (state) => state, sure ? sure.read() : '');
        if (sure) {
          sure.reset(false);
        }
        dom.text(next, due.indexOf(key) + 1 < due.length ? words['next-question'] : words['practise-back']);
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
      location.href = 'practice.html';
      return;
    }
    questions.forEach((question, i) => question.show(i === at));
    window.scrollTo(0, 0);
    questions[at].focus();
  }

  if (due.length) {
    dom.all('[data-question]', place).forEach((form) => dom.show(form, false));
    questions.forEach((question, at) => dom.text(dom.one('[data-kicker]', question.form), dom.fill(words['practise-of'], at + 1, due.length)));
    dom.show(dom.one('[data-intro]', place), false);
    dom.show(dom.one('[data-questions]', place), true);
    go(0);
  }
  return due.length > 0;
}
