/**
 * The options are the controls; the areas of the picture show what becomes of them, and a click on
 * one picks its option.
 */
function areasOnScreen(form, spec, words) {
  const inputs = inputsOnScreen(form, spec, words);
  const areas = dom.all('[data-area]', form);
  const optionOf = (area) => dom.all('input', form).filter((input) => input.value === area.getAttribute('data-area'))[0];

  function show() {
    areas.forEach((area) => {
      const option = optionOf(area);
      area.classList.toggle('is-chosen', option.checked);
      ['is-right', 'is-wrong'].forEach((how) => area.classList.toggle(how, option.parentNode.classList.contains(how)));
    });
  }

  areas.forEach((area) => area.addEventListener('click', () => optionOf(area).click()));
  form.addEventListener('change', show);
  return Object.assign({}, inputs, {
    show(response) {
      inputs.show(response);
      show();
    },
    reset(seed) {
      inputs.reset(seed);
      show();
    },
    pick(at) {
      inputs.pick(at);
      show();
    }
  });
}

/** Places on a picture, one or several: right when exactly the right ones were given. */
types.hotspot = {
  screen: areasOnScreen,
  grade: grades.picked
};
