/**
 * One question on the page: takes an answer, shows why it is right or wrong.
 *
 * @param {HTMLFormElement} form
 * @param {Question} spec
 * @param {{words: Object<string, string>, repeat: boolean, check: function(string[], boolean, number): void}} options
 *   check: told the ids given, whether they are right, and after how many seconds
 */
function questionOnPage(form, spec, options) {
  const type = types[spec.type];
  const words = options.words;
  const inputs = dom.all('input', form);
  const feedback = dom.one('[data-feedback]', form);
  const verdict = dom.one('[data-verdict]', form);
  const check = dom.one('[data-check]', form);
  const againButton = dom.one('[data-again]', form);
  let since = Date.now();

  function given() {
    return inputs.filter((input) => input.checked).map((input) => input.value);
  }

  function reveal(ids) {
    const grade = type.grade(spec, ids);
    const level = grade.right ? 'right' : grade.partly ? 'partly' : 'wrong';
    const shown = ids.concat(grade.missed);
    const named = [];
    feedback.setAttribute('data-level', level);
    dom.text(verdict, words[level]);
    inputs.forEach((input) => {
      const chosen = ids.indexOf(input.value) >= 0;
      const right = spec.right.indexOf(input.value) >= 0;
      const option = input.parentNode;
      input.checked = chosen;
      input.disabled = true;
      option.classList.toggle('is-right', right);
      option.classList.toggle('is-wrong', chosen && !right);
      dom.text(
        dom.one('[data-outcome]', option),
        [chosen ? words.yours : '', right ? words.correct : ''].filter((word) => word).join(' \u00b7 ')
      );
    });
    dom.all('[data-why]', feedback).forEach((why) => dom.show(why, false));
    shown.forEach((id) => {
      const why = dom.all('[data-why]', feedback).filter((it) => it.getAttribute('data-why') === id)[0];
      if (why) {
        const chosen = ids.indexOf(id) >= 0;
        dom.text(dom.one('[data-role]', why), chosen ? words.yours : words.correct);
        dom.show(why, true);
        // The same principle is named once: where it was broken, or else where it was applied.
        dom.show(dom.one('.rule', why), named.indexOf(spec.principles[id]) < 0);
        named.push(spec.principles[id]);
        // What was chosen stands first.
        feedback.insertBefore(why, feedback.lastElementChild);
      }
    });
    dom.show(feedback, true);
    dom.show(check, false);
    dom.show(againButton, options.repeat);
    return grade;
  }

  function reset() {
    inputs.forEach((input) => {
      input.disabled = false;
      input.checked = false;
      input.parentNode.classList.remove('is-right', 'is-wrong');
      dom.text(dom.one('[data-outcome]', input.parentNode), '');
    });
    dom.show(feedback, false);
    dom.show(check, true);
    since = Date.now();
  }

  dom.show(check, true);
  dom.on(form, 'submit', (event) => {
    event.preventDefault();
    const ids = given();
    dom.text(dom.one('[data-ask]', form), ids.length ? '' : words.none);
    if (ids.length && !inputs[0].disabled) {
      const grade = reveal(ids);
      options.check(ids, grade.right, (Date.now() - since) / 1000);
      dom.focus(verdict);
    }
  });
  dom.on(againButton, 'click', () => {
    reset();
    dom.focus(inputs[0]);
  });

  return {
    form: form,
    spec: spec,
    /** Shows an answer given earlier. */
    restore: (ids) => (ids.length ? reveal(ids) : reset()),
    reset: reset,
    show(visible) {
      dom.show(form, visible);
      since = Date.now();
    },
    focus: () => dom.focus(dom.one('legend', form))
  };
}
