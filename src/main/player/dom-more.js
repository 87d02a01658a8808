/** What of dom.js only the player needs: a page that sleeps does not load it. */
Object.assign(dom, {
  /** A new element around nodes and words. */
  make(tag, name, ...content) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...content);
    return element;
  },

  /** What an element holds, once more. */
  copy(element) {
    return element ? Array.from(element.cloneNode(true).childNodes) : [];
  },

  /** Where a question shows one of its choices. */
  choice: (form, id) => dom.all('input, [data-item], [data-card], [data-box]', form)
    .filter((it) => [it.value, it.getAttribute('data-item'), it.getAttribute('data-card'), it.getAttribute('data-box')].indexOf(id) >= 0)
    .map((it) => dom.one('.text', it.matches('input') ? it.parentNode : it))[0],

  /** Words with {0} and {1} filled in. */
  fill: (words, ...values) => words.replace(/\{(\d)\}/g, (all, at) => values[at]),

  /** What the build wrote of the questions on the page. It stands in each, which may be there twice. */
  questions() {
    const found = {};
    dom.all('[data-spec]').forEach((spec) => {
      const question = Object.assign({ choices: [], targets: [], right: [], typed: [], wrong: [], tests: [], principles: {} }, JSON.parse(spec.textContent));
      dom.all('[data-why] [data-rule]', spec.parentNode).forEach((rule) => {
        question.principles[rule.closest('[data-why]').getAttribute('data-why')] = rule.getAttribute('data-rule');
      });
      found[question.key] = question;
    });
    return Object.keys(found).map((key) => found[key]);
  }
});
