/** Each with what belongs to it: one card in each box. */
types.matching = {
  words: { none: 'none-place', held: 'right' },
  screen: (form, spec, words) =>
    placingOnScreen(form, spec, words, { cards: spec.targets, single: true, pair: (card, box) => box + '.' + card }),
  grade: grades.placed
};
