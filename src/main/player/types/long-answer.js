/** A field for own words that keeps its draft; then a list to hold them against. */
function writingOnScreen(form, spec, words, beside) {
  const typing = typingOnScreen(form, spec, words);
  const field = typing.first();
  const lines = dom.all('[data-checklist] input', form);
  let written = '';

  function count() {
    dom.text(dom.one('[data-ticked]', form), dom.fill(words.ticked, lines.filter((line) => line.checked).length, lines.length));
  }

  dom.on(field, 'input', () => beside.keep(field.value));
  lines.forEach((line) => dom.on(line, 'change', () => {
    beside.tick(lines.filter((one) => one.checked).map((one) => one.value));
    count();
  }));
  return Object.assign({}, typing, {
    show(response, grade) {
      const ticked = beside.ticked();
      typing.show(response, grade);
      written = response[0];
      beside.keep('');
      lines.forEach((line) => (line.checked = ticked.indexOf(line.value) >= 0));
      count();
    },
    reset() {
      typing.reset();
      field.value = beside.draft();
    },
    again() {
      field.value = written;
    }
  });
}

/** A text of one's own to compare with a model. */
types['long-answer'] = {
  words: { none: 'none-text', noted: 'compare', correct: 'model' },
  screen: writingOnScreen,
  correct: () => [],
  grade: () => ({ right: false, partly: false, score: 0, given: [], missed: ['model'] })
};
