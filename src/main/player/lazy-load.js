/**
 * Starts a page of the site. Most pages name in their head what they need; a lesson's player is loaded when its reader
 * begins to read, and what its questions need when one of them comes near, a quiz's when it is begun, so that a first
 * visit weighs little.
 *
 * A page names the files of assets/ that it needs later: player, questions.
 */
(() => {
  const assets = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  let session = null;
  let started = false;

  /** Scripts, in their order, and style sheets; told when all are there. */
  function load(names) {
    return Promise.all(names.map((name) => new Promise((arrived) => {
      const style = /css$/.test(name);
      const address = new URL(name, assets).href;
      const element = Object.assign(document.createElement(style ? 'link' : 'script'), style ? { rel: 'stylesheet', href: address } : { async: false, src: address });
      element.onload = arrived;
      document.head.append(element);
    })));
  }

  /** The player, once; its session. */
  function player(course) {
    session = session || load(course.later.player).then(() => {
      started = true;
      return start(course);
    });
    return session;
  }

  /** Whether there is progress to show, or no way to keep any, which the reader is told at once. */
  function known(course) {
    try {
      return [course.place, ''].some((place) => localStorage.getItem('rebound.' + place + course.course) !== null);
    } catch (blocked) {
      return true;
    }
  }

  /** Whoever leaves before the player is there: it is told where when it comes. */
  function leave(course) {
    const at = !started && placeIn(course.id);
    try {
      at && localStorage.setItem('rebound.' + course.place + course.course + '.at', at);
    } catch (refused) {
      // The place is lost.
    }
  }

  function sleep(course) {
    const wake = () => player(course);
    let alive = null;
    const questions = () => {
      alive = alive || wake().then((found) => load(course.later.questions).then(() => questionsOnPage(found)));
      return alive;
    };
    window.addEventListener('pagehide', () => leave(course));
    if (known(course)) {
      wake();
    } else {
      atFirstUse(wake);
      seen('[data-end]', '0px', wake);
    }
    // One screen before it is seen.
    seen('[data-question]', '100%', questions);
    // Enter in a field of a question that is not alive yet: it is checked as soon as it is.
    document.addEventListener('submit', (event) => {
      const form = /** @type {HTMLElement} */ (event.target);
      if (!event.defaultPrevented && form.matches('[data-question]')) {
        event.preventDefault();
        questions().then(() => form.dispatchEvent(new Event('submit', { cancelable: true })));
      }
    });
  }

  /** A quiz says what to know before it begins; all else comes with its first question. */
  function wait(course) {
    const begin = dom.one('[data-begin]');
    if (known(course)) {
      player(course);
    } else {
      dom.show(dom.one('[data-questions]'), false);
      dom.show(begin, true);
      theme.settle();
      begin.addEventListener('click', () => player(course).then(() => begin.click()), { once: true });
    }
  }

  /** Runs once, when the first of them is seen or nearly so. */
  function seen(selector, margin, run) {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        watch.disconnect();
        run();
      }
    }, { rootMargin: margin });
    dom.all(selector).forEach((element) => watch.observe(element));
  }

  document.addEventListener('DOMContentLoaded', () => {
    theme.start();
    termsOnPage();
    const course = dom.data();
    if (course) {
      // Sites that share an origin, in folders of their own, keep their progress apart.
      course.place = /^http/.test(assets) ? new URL('..', assets).pathname : '';
      (!course.later ? start : course.page === 'quiz' ? wait : sleep)(course);
    }
  });
})();
