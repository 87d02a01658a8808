/** One or several of a list: right when exactly the right ones were given. */
types.choice = {
  interaction: 'choice',
  grade(question, given) {
    const hits = given.filter((id) => question.right.indexOf(id) >= 0).length;
    const missed = question.right.filter((id) => given.indexOf(id) < 0);
    return {
      right: missed.length === 0 && hits === given.length,
      partly: hits > 0,
      missed: missed
    };
  }
};
