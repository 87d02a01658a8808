/** A field to type in: a word, a number, a longer text. */
function typingOnScreen(form, spec, words) {
  const field = dom.one('[data-field]', form);
  const type = types[spec.type];
  const unit = dom.one('.unit', form);

  function lock(text, locked) {
    field.value = text;
    field.readOnly = locked;
  }

  return {
    read() {
      const text = type.reads ? type.reads(field.value, unit ? unit.textContent.trim() : '') : field.value.trim();
      return text ? [text] : [];
    },
    show(response, grade) {
      const how = !core.isScored(spec) ? '' : grade.right ? 'right' : 'wrong';
      lock(response[0], true);
      // What was written may be too long for where it was to be kept.
      markPart(field.parentNode, how, [how ? words[how] : '', response.length > 1 || !response[0] ? words['not-kept'] : '']);
    },
    reset() {
      lock('', false);
      markPart(field.parentNode, '', []);
    },
    first: () => field
  };
}
