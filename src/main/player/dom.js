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

  /** Where a question shows one of its choices. */
  choice: (form, id) => dom.all('input, [data-item], [data-card], [data-box]', form)
    .filter((it) => [it.value, it.getAttribute('data-item'), it.getAttribute('data-card'), it.getAttribute('data-box')].indexOf(id) >= 0)
    .map((it) => dom.one('.text', it.matches('input') ? it.parentNode : it))[0],

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

  /** What the build wrote for us, or nothing. What it says of a question stands in the question, which may be there twice. */
  data() {
    const island = document.getElementById('rebound-data');
    const questions = {};
    dom.all('[data-spec]').forEach((spec) => {
      const question = Object.assign({ choices: [], targets: [], right: [], typed: [], wrong: [], tests: [], principles: {} }, JSON.parse(spec.textContent));
      dom.all('[data-why] [data-rule]', spec.parentNode).forEach((rule) => {
        question.principles[rule.closest('[data-why]').getAttribute('data-why')] = rule.getAttribute('data-rule');
      });
      questions[question.key] = question;
    });
    return island ? Object.assign(JSON.parse(island.textContent), { questions: Object.keys(questions).map((key) => questions[key]) }) : null;
  }
};
