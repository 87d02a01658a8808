/** Shows what became of one part of an answer. */
function markPart(part, how, words) {
  part.classList.toggle('is-right', how === 'right');
  part.classList.toggle('is-wrong', how === 'wrong');
  part.classList.toggle('is-noted', how === 'noted');
  dom.text(dom.one('[data-outcome]', part), words.filter((word) => word).join(' \u00b7 '));
}

/** Radio buttons or check boxes: options, judgements, phrases to mark, a scale. */
function inputsOnScreen(form, spec, words) {
  const inputs = dom.all('input', form);
  const scored = core.isScored(spec);
  const brief = types[spec.type].brief;
  return {
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    show(response) {
      inputs.forEach((input) => {
        const chosen = response.indexOf(input.value) >= 0;
        const right = spec.right.indexOf(input.value) >= 0;
        input.checked = chosen;
        input.disabled = true;
        const judged = right ? 'right' : !chosen ? '' : scored ? 'wrong' : 'noted';
        markPart(
          input.parentNode,
          judged,
          brief ? [right && !chosen ? words.missed : words[judged]] : [chosen ? words.yours : '', right ? words.correct : '']
        );
      });
    },
    reset(seed) {
      if (spec.shuffle) {
        core.mixed(spec.choices, seed).forEach((id) => {
          const option = inputs.filter((input) => input.value === id)[0].parentNode;
          option.parentNode.appendChild(option);
        });
      }
      inputs.forEach((input) => {
        input.checked = false;
        input.disabled = false;
        markPart(input.parentNode, '', []);
      });
    },
    pick(at) {
      // How sure one is, is asked beside them.
      const input = dom.all('[name="answer"]', form)[at];
      if (input) {
        input.checked = input.type === 'radio' || !input.checked;
        input.focus();
      }
    },
    first: () => dom.one('input', form)
  };
}
