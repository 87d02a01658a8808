/**
 * A lesson counts as read when its end has been on the screen. Until then the last section reached
 * is the learner's place, and the course page leads back to it.
 *
 * @param {Session} session
 * @param {string} lesson
 */
function readingOnPage(session, lesson) {
  const end = dom.one('[data-end]');

  function finish() {
    session.update((before) => core.located(core.visited(before, lesson), ''));
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
    const at = placeIn(lesson);
    if (at && !core.hasVisited(session.state(), lesson)) {
      session.update((before) => core.located(before, at));
    }
  });
}
