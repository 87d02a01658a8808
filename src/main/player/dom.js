/** All work on the page. Text is only ever set as text. */
const dom = {
  /** @type {((selector: string, root?: ParentNode) => any[])} */
  all: (selector, root) => Array.from((root || document).querySelectorAll(selector)),
  /** @type {((selector: string, root?: ParentNode) => any)} */
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

  on(element, event, run) {
    if (element) {
      element.addEventListener(event, run);
    }
  },

  /** Moves the reader there: what was just revealed, or what comes next. */
  focus(element) {
    if (element) {
      // Firefox focuses no legend that it has not laid out since it was revealed.
      element.getBoundingClientRect();
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
  },

  /** What the build wrote for us, or nothing. */
  data() {
    const island = document.getElementById('rebound-data');
    return island ? JSON.parse(island.textContent) : null;
  }
};
