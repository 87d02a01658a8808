/** Marks what has been done wherever the page lists the course's steps. */
function showProgress(session) {
  const words = session.words;
  const state = session.state();
  const course = session.course;
  const all = core.overall(state, course);
  const links = dom.all('[data-mark]');
  // In a package a lesson counts when it is opened, so only there a page has the word for that.
  links.forEach((mark) => {
    const name = mark.getAttribute('data-mark').split('/');
    if (name[0] === 'scenario') {
      const ending = core.bestEnding(state, name[1]);
      mark.classList.toggle('done', ending === 'good');
      mark.classList.toggle('partly', ending === 'mixed' || ending === 'poor');
      dom.text(mark, ending && words['ending-' + ending]);
      return;
    }
    const best = name[0] === 'quiz' ? core.quizOf(state, name[1]).best : null;
    const done = name[0] === 'quiz' ? best !== null : core.hasVisited(state, name[1]);
    mark.classList.toggle('done', done && (best === null || best >= course.pass));
    mark.classList.toggle('partly', best !== null && best < course.pass);
    dom.text(mark, !done ? '' : best === null ? words.seen || words.read : best + ' %');
  });
  const panel = dom.one('[data-progress]');
  if (panel) {
    dom.show(panel, true);
    const over = all.passed && all.taken > 0;
    const unit = panel.hasAttribute('data-unit');
    dom.text(
      dom.one('[data-done]'),
      over && unit
        ? words['over-unit']
        : over && all.taken < all.steps
          ? dom.fill(words.over, all.taken, all.steps)
          : all.done && !all.passed
            ? dom.fill(words['over-failed'], all.taken, all.steps, all.score, course.pass)
            : dom.fill(words.done, all.taken, all.steps)
    );
    // A style attribute in the page would break its security policy; the object model may set one.
    dom.one('[data-bar]').style.width = 100 * (over ? 1 : all.taken / all.steps) + '%';
    timeLeft(links, all, words);
    goOn(dom.one('[data-resume]'), links, state, all, words);
  }
  dom.all('[data-completion]').forEach((place) => completionOnPage(place, session, all));
  if (session.cards) {
    showDeck(session);
  }
  session.tell();
}

/** How long what is not done will take, as far as anything is begun. */
function timeLeft(links, all, words) {
  const minutes = links
    .filter((mark) => !mark.textContent && !mark.hasAttribute('data-elsewhere'))
    .reduce((sum, mark) => sum + Number(mark.getAttribute('data-minutes') || 0), 0);
  const halves = Math.round(minutes / 30);
  const hours = Math.floor(halves / 2) + (halves % 2 ? '\u00bd' : '');
  dom.text(
    dom.one('[data-time-left]'),
    !all.taken || all.passed || !minutes ? '' : ' \u00b7 ' + (minutes < 90 ? dom.fill(words['left-minutes'], minutes) : dom.fill(words['left-hours'], hours))
  );
}

/** Leads back to the section that was being read, or else to the first step that is not done. */
function goOn(resume, links, state, all, words) {
  if (!resume) {
    return;
  }
  const steps = links.filter((mark) => mark.closest('.modules'));
  const address = (mark) => mark.closest('a').getAttribute('href');
  const place = state.at.split('#');
  const reading = place[1] && steps.filter((mark) => mark.getAttribute('data-mark') === 'lesson/' + place[0])[0];
  const open = reading || steps.filter((mark) => !mark.textContent && !mark.hasAttribute('data-elsewhere'))[0];
  const failed = !open && !all.passed && steps.filter((mark) => mark.classList.contains('partly'))[0];
  const next = open || failed;
  if (next || all.passed) {
    resume.setAttribute('href', reading ? address(reading) + '#' + place[1] : next ? address(next) : resume.getAttribute('data-finish'));
  }
  if (!resume.hasAttribute('data-start')) {
    resume.setAttribute('data-start', resume.textContent);
  }
  dom.text(resume, !next && all.passed ? words.finish : all.taken || reading ? words.resume : resume.getAttribute('data-start'));
}
