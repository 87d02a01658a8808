/**
 * A package is one page with all lessons and quizzes; this shows one section at a time. An address
 * (#agree--before-you-speak) is the id of any element: its section is shown, then the element.
 *
 * @param {((kind: string, id: string, at: string) => void)} arrived told the kind and the id of the section
 */
function sectionsOnPage(arrived) {
  const sections = dom.all('[data-section]');

  function target() {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      id = '';
    }
    return (id && document.getElementById(id)) || null;
  }

  function show(move) {
    const element = target();
    const section = (element && element.closest('[data-section]')) || sections[0];
    sections.forEach((it) => dom.show(it, it === section));
    const name = section.getAttribute('data-section').split('/');
    const title = dom.one('h1', section);
    document.title = title ? title.textContent : document.title;
    arrived(name[0], name[1] || '', section.id);
    if (element && element !== section) {
      element.scrollIntoView();
      if (move && element.hasAttribute('tabindex')) {
        element.focus({ preventScroll: true });
      }
    } else {
      window.scrollTo(0, 0);
      if (move && title) {
        title.setAttribute('tabindex', '-1');
        title.focus({ preventScroll: true });
      }
    }
  }

  dom.on(window, 'hashchange', () => {
    // The skip link leads into the section that is shown.
    if (location.hash !== '#main') {
      show(true);
    }
  });
  return {
    /** @param {string} at the id of the section to resume at, '' for the first */
    start(at) {
      if (!target() && at && document.getElementById(at)) {
        history.replaceState(null, '', '#' + at);
      }
      show(false);
    }
  };
}
