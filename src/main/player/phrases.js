/**
 * "My phrases": sentences that a learner wants to have at hand, a line to say from a lesson or what they wrote in a
 * conversation. This device keeps them until a button removes them; the practice page prints them as a card.
 *
 * @param {Session} session
 */
function phrasesOf(session) {
  const MOST = 40;
  const key = 'rebound.' + (session.course.place || '') + session.course.course + '.phrases';
  let memory = [];

  /** @returns {string[]} */
  function read() {
    try {
      const saved = JSON.parse(localStorage.getItem(key) || '[]');
      memory = Array.isArray(saved) ? saved.filter((one) => typeof one === 'string') : memory;
    } catch (blockedOrNotOurs) {
      // What this page knows holds for this page.
    }
    return memory;
  }

  return {
    all: read,
    has: (text) => read().indexOf(text) >= 0,
    /** Keeps it, or lets it go. */
    turn(text) {
      const before = read();
      memory = before.indexOf(text) >= 0 ? before.filter((one) => one !== text) : before.concat(text).slice(-MOST);
      try {
        localStorage.setItem(key, JSON.stringify(memory));
      } catch (refused) {
        // It holds for this page.
      }
    }
  };
}

/** A button beside a sentence: pressed, the sentence is one of my phrases. */
function phraseButton(session, text) {
  const phrases = phrasesOf(session);
  const button = dom.make('button', 'keep', session.words['phrase-keep']);
  button.type = 'button';
  button.setAttribute('aria-pressed', String(phrases.has(text)));
  dom.on(button, 'click', () => {
    phrases.turn(text);
    button.setAttribute('aria-pressed', String(phrases.has(text)));
  });
  return button;
}

/** In a lesson a button at each line to say; on the practice page the card. */
function phrasesOnPage(session) {
  dom.all('.say > div:not(.avoid) dd').forEach((line) => line.append(' ', phraseButton(session, line.textContent.trim())));
  dom.all('[data-phrases]').forEach((place) => {
    const phrases = phrasesOf(session);
    const list = dom.one('ul', place);
    function show() {
      list.textContent = '';
      phrases.all().forEach((text) => {
        const remove = dom.make('button', 'link', place.getAttribute('data-remove'));
        remove.type = 'button';
        remove.setAttribute('aria-label', place.getAttribute('data-remove') + ': ' + text);
        dom.on(remove, 'click', () => {
          phrases.turn(text);
          show();
          dom.focus(dom.one('h2', place));
        });
        list.append(dom.make('li', '', dom.make('span', '', text), ' ', remove));
      });
      dom.show(dom.one('[data-none]', place), !list.firstChild);
      dom.show(dom.one('.actions', place), Boolean(list.firstChild));
    }
    dom.on(dom.one('[data-print-phrases]', place), 'click', () => window.print());
    dom.show(place, true);
    show();
  });
}
