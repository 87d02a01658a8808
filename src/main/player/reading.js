/**
 * A lesson counts as read when its end has been on the screen. Until then the last section reached
 * is the learner's place, and the course page leads back to it.
 *
 * @param {Session} session
 * @param {string} lesson
 */
function readingOnPage(session, lesson) {
  const end = dom.one('[data-end]');
  const sections = dom.all('.prose h2[id]');

  function finish() {
    session.update((before) => core.located(core.visited(before, lesson), ''));
  }

  function place() {
    const passed = sections.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 2).pop();
    return passed && window.scrollY > 0 ? lesson + '#' + passed.id : '';
  }

  if (core.hasVisited(session.state(), lesson)) {
    return;
  }
  const watch = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watch.disconnect();
      finish();
    }
  });
  watch.observe(end);
  dom.on(window, 'pagehide', () => {
    const at = place();
    if (at && !core.hasVisited(session.state(), lesson)) {
      session.update((before) => core.located(before, at));
    }
  });
}
