/** A word or a few. Case, quotation marks, stops and doubled blanks do not count; typos may. */
types['fill-in'] = (function () {
  function folded(text) {
    return text
      .normalize('NFC')
      .toLowerCase()
      .replace(/['"`\u2018\u2019\u201a-\u201f\u00ab\u00bb\u02bc]/g, '')
      .replace(/[\s.,:;!?\u2026()\u2010-\u2015]+|-(?!\d)/g, ' ')
      .replace(/ +/g, ' ')
      .trim();
  }

  /** Damerau-Levenshtein: letters missing, wrong, too many, or two swapped. */
  function typos(one, other) {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (all, j) => j);
    for (let i = 1; i <= one.length; i++) {
      const now = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[other.length];
  }

  return {
    words: { none: 'none-text', close: 'close', held: 'accepted' },
    screen: typingOnScreen,
    correct: (question) => question.typed.filter((one) => question.wrong.indexOf(one[0]) < 0).map((one) => [one[1]]),
    grade(question, response) {
      const text = folded(response[0].slice(0, 255));
      const isRight = (one) => question.wrong.indexOf(one[0]) < 0;
      const exact = question.typed.filter((one) => folded(one[1]) === text)[0];
      const near = question.typed.filter((one) => isRight(one) && typos(Array.from(text), Array.from(folded(one[1]))) <= Number(one[2]))[0];
      const found = exact || near;
      const right = Boolean(found && isRight(found));
      return {
        right: right,
        partly: false,
        score: right ? 1 : 0,
        given: found ? [found[0]] : [],
        missed: right ? [] : question.typed.filter(isRight).slice(0, 1).map((one) => one[0]),
        close: right && !exact
      };
    }
  };
})();
