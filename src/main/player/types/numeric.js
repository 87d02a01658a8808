/** A number, with a comma or a point, in one of the ranges that are accepted. */
types.numeric = {
  words: { none: 'none-number', held: 'accepted' },
  screen: typingOnScreen,
  /**
   * As CMIDecimal writes it; '' for what is no number. Words before it and a unit after it do not matter: "about .72 min".
   * Blanks and marks that part thousands do not either: 1 200, 1,234.5. A fraction is worked out, as percent where percent
   * are asked for.
   */
  reads(text, unit) {
    const sign = (mark) => (mark && mark !== '+' ? '-' : '');
    const part = /^\D*?(?:^|[\s~\u2248=])([+\-\u2212]?)(?:(\d+)\s+)?(\d+)\s*[/\u2044]\s*(\d+)\s*\D*$/.exec(text.trim());
    if (part) {
      const value = (Number(part[2] || 0) + Number(part[3]) / Number(part[4])) * (unit === '%' ? 100 : 1);
      return isFinite(value) ? sign(part[1]) + Math.round(value * 1e6) / 1e6 : '';
    }
    const found = /^\D*?(?:^|[\s~\u2248=<>\u00a3$\u20ac])([+\-\u2212]?)(\d{1,3}(?:[ '\u2019\u00a0\u2009\u202f]\d{3})+|\d{1,3}(?:,\d{3})+(?=\.\d)|\d{1,3}(?:\.\d{3})+(?=,\d)|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}|\d+|(?=[.,]\d))(?:[.,](\d+))?\s*\D*$/.exec(text.trim());
    return found ? sign(found[1]) + (found[2].replace(/\D/g, '') || '0') + (found[3] ? '.' + found[3] : '') : '';
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
