/**
 * Starts a page of the site. Most pages name in their head what they need; a lesson's player is loaded when its reader
 * begins to read, and what its questions need when one of them comes near, a quiz's when it is begun, so that a first
 * visit weighs little.
 *
 * @typedef {{player: string[], questions: string[]}} Later files of assets/ by when they are needed
 */
(() => {
  const assets = new URL('.', document.currentScript.src);

  /** Loads scripts, in their order, and style sheets; then goes on. What cannot be had is asked for again next time. */
  function load(names, then) {
    let missing = names.length;
    const arrived = () => {
      missing -= 1;
      return missing || then();
    };
    names.forEach((name) => {
      const script = /js$/.test(name);
      const element = document.createElement(script ? 'script' : 'link');
      dom.on(element, 'load', arrived);
      if (script) {
        element.async = false;
        element.src = new URL(name, assets).href;
      } else {
        element.rel = 'stylesheet';
        element.href = new URL(name, assets).href;
      }
      document.head.append(element);
    });
    return missing || then();
  }

  /** Whether there is progress to show, or no way to keep any, which the reader is told at once. */
  function known(course) {
    try {
      return localStorage.getItem('rebound.' + course) !== null;
    } catch (blocked) {
      return true;
    }
  }

  /** Runs once what needs the player. */
  function player(course) {
    let waiting = [];
    let session = null;
    return (run) => {
      if (session) {
        run(session);
      } else {
        waiting.push(run);
        if (waiting.length === 1) {
          load(course.later.player, () => {
            session = start(course);
            waiting.forEach((it) => it(session));
            waiting = [];
          });
        }
      }
    };
  }

  function sleep(course) {
    const withPlayer = player(course);
    const wake = () => {
      ['scroll', 'keydown', 'pointerdown'].forEach((event) => window.removeEventListener(event, wake));
      withPlayer(() => {});
    };
    if (known(course.course)) {
      wake();
    } else {
      ['scroll', 'keydown', 'pointerdown'].forEach((event) => window.addEventListener(event, wake, { passive: true }));
      seen('[data-end]', '0px', wake);
    }
    // One screen before it is seen.
    seen('[data-question]', '100%', () => withPlayer((session) => load(course.later.questions, () => questionsOnPage(session))));
  }

  /** A quiz says what to know before it begins; all else comes with its first question. */
  function wait(course) {
    const begin = dom.one('[data-begin]');
    const withPlayer = player(course);
    if (known(course.course)) {
      withPlayer(() => {});
    } else {
      dom.show(dom.one('[data-questions]'), false);
      dom.show(begin, true);
      theme.settle();
      begin.addEventListener('click', () => withPlayer(() => begin.click()), { once: true });
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
    if (course && course.later) {
      (course.page === 'quiz' ? wait : sleep)(course);
    } else if (course) {
      start(course);
    }
  });
})();
