/** How types that are answered alike are graded. A page loads only the types that stand on it. */
const grades = {
  /** Some of a list. */
  picked(question, response) {
    const hits = response.filter((id) => question.right.indexOf(id) >= 0).length;
    const slips = response.length - hits;
    const missed = question.right.filter((id) => response.indexOf(id) < 0);
    return {
      right: missed.length + slips === 0,
      partly: hits > 0,
      score: Math.max(0, hits - slips) / question.right.length,
      given: response,
      missed: missed
    };
  },

  /** Each thing in its place. */
  placed(question, response) {
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
