/** Each entry into its category: any number of cards in a box. */
types.sort = {
  words: { none: 'none-sort', held: 'right' },
  screen: (form, spec, words) =>
    placingOnScreen(form, spec, words, { cards: spec.choices, single: false, pair: (card, box) => card + '.' + box }),
  grade: grades.placed
};
