/** A number, with a comma or a point, in one of the ranges that are accepted. */
types.numeric = {
  words: { none: 'none-number', held: 'accepted' },
  screen: typingOnScreen,
  /** As CMIDecimal writes it; '' for what is no number. A unit after it does not matter. */
  reads(text) {
    const parts = /^([+\-\u2212]?)(\d[\d \u00a0\u2009\u202f]*)(?:[.,](\d+))?\s*\D*$/.exec(text.trim());
    return parts ? (parts[1] && parts[1] !== '+' ? '-' : '') + parts[2].replace(/\D/g, '') + (parts[3] ? '.' + parts[3] : '') : '';
  },
  /** The two ends of each range; of one number, that number twice. */
  correct: (question) => question.typed.map((one) => [one[1], one[2]]),
  grade(question, response) {
    const number = Number(response[0]);
    const found = question.typed.filter((one) => Number(one[1]) <= number && number <= Number(one[2]))[0];
    return {
      right: Boolean(found),
      partly: false,
      score: found ? 1 : 0,
      given: found ? [found[0]] : [],
      missed: found ? [] : [question.typed[0][0]]
    };
  }
};
