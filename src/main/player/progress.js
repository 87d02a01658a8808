/** Marks what has been done wherever the page lists the course's steps. */
function showProgress(session) {
  const words = session.words;
  const state = session.state();
  const course = session.course;
  const all = core.overall(state, course);
  const links = dom.all('[data-mark]');
  links.forEach((mark) => {
    const name = mark.getAttribute('data-mark').split('/');
    const best = name[0] === 'quiz' ? core.quizOf(state, name[1]).best : null;
    const done = name[0] === 'quiz' ? best !== null : core.hasVisited(state, name[1]);
    mark.classList.toggle('done', done && (best === null || best >= course.pass));
    mark.classList.toggle('half', best !== null && best < course.pass);
    dom.text(mark, !done ? '' : best === null ? words.read : best + ' %');
  });
  const panel = dom.one('[data-progress]');
  if (panel && all.taken) {
    dom.show(panel, true);
    dom.text(dom.one('[data-done]'), dom.fill(words.done, all.taken, all.steps));
    // A style attribute in the page would break its security policy; the object model may set one.
    dom.one('[data-bar]').style.width = (100 * all.taken) / all.steps + '%';
    const open = links.filter((mark) => mark.closest('.modules') && !mark.textContent)[0];
    const resume = dom.one('[data-resume]');
    if (open && resume) {
      resume.setAttribute('href', open.closest('a').getAttribute('href'));
      dom.text(resume, words.resume);
    }
  }
  const trouble = session.trouble();
  dom.text(document.getElementById('notice'), trouble ? words[trouble] : '');
  offerRecord(session, Boolean(trouble) && all.taken > 0);
}
