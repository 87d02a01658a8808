/** Each with what belongs to it: one card in each box. */
types.matching = {
  interaction: 'matching',
  keeps: 'pairs',
  words: { none: 'none-place', held: 'right' },
  screen: (form, spec, words) =>
    placingOnScreen(form, spec, words, { cards: spec.targets, single: true, pair: (card, box) => box + '.' + card }),
  grade(question, response) {
    const left = (pair) => pair.split('.')[0];
    const held = question.right.filter((pair) => response.indexOf(pair) >= 0);
    const missed = question.right.filter((pair) => response.indexOf(pair) < 0);
    return {
      right: missed.length === 0,
      partly: held.length > 0,
      score: held.length / question.right.length,
      // An extra that was put somewhere has something to say of its own.
      given: response.map((pair) => pair.split('.')[1]).filter((id) => question.wrong.indexOf(id) >= 0),
      missed: missed.map(left),
      held: held.map(left)
    };
  }
};
