/** All work on the page. Text is only ever set as text. */
const dom = {
  all: (selector, root) => Array.prototype.slice.call((root || document).querySelectorAll(selector)),
  one: (selector, root) => (root || document).querySelector(selector),

  /** Shows or hides; what is not there is left alone. */
  show(element, visible) {
    if (element) {
      element.hidden = !visible;
    }
  },

  text(element, words) {
    if (element) {
      element.textContent = words;
    }
  },

  /** A new element around nodes and words. */
  make(tag, name, ...content) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  },

  /** What an element holds, once more. */
  copy(element) {
    return element ? Array.prototype.slice.call(element.cloneNode(true).childNodes) : [];
  },

  on(element, event, run) {
    if (element) {
      element.addEventListener(event, run);
    }
  },

  /** Moves the reader there: what was just revealed, or what comes next. */
  focus(element) {
    if (element) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
  },

  /** Words with {0} and {1} filled in. */
  fill: (words, ...values) => words.replace(/\{(\d)\}/g, (all, at) => values[at]),

  /** What the server wrote for us, or nothing. */
  data() {
    const island = document.getElementById('rebound-data');
    return island ? JSON.parse(island.textContent) : null;
  }
};
