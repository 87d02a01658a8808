/** One or several of a list: right when exactly the right ones were given. */
types.choice = {
  interaction: 'choice',
  keeps: 'ids',
  screen: inputsOnScreen,
  grade(question, response) {
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
  }
};
