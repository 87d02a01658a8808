/**
 * The end of a course: once it is done, a statement to print. The name is typed here, stands on the paper, and is kept
 * nowhere.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 * @param {{passed: boolean, score: number}} all how the course stands
 */
function completionOnPage(place, session, all) {
  const part = (name) => dom.one('[data-' + name + ']', place);
  const lead = part('standing');
  const over = all.passed;
  const language = document.documentElement.lang;
  const days = dom.one('[data-days]', place);
  const written = (date) => date.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric' });
  dom.show(dom.one('div[data-over]', place), over);
  dom.show(part('not-yet'), !over);
  if (!over) {
    return;
  }
  dom.text(lead, lead.getAttribute('data-over'));
  dom.text(part('score'), session.course.quizzes.length ? dom.fill(part('score').getAttribute('data-words'), all.score) : '');
  dom.text(part('day'), written(new Date()));
  if (days && !days.firstChild) {
    days.append(...deck.DAYS.map((later) => dom.make('li', '', written(new Date(Date.now() + later * 86400000)))));
  }
  if (!part('sign').onsubmit) {
    part('name').oninput = () => dom.text(part('shown'), part('name').value);
    part('sign').onsubmit = (event) => {
      event.preventDefault();
      window.print();
    };
  }
}
