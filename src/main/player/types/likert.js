/** Where one stands on a scale. */
types.likert = {
  interaction: 'likert',
  keeps: 'ids',
  scored: false,
  screen: inputsOnScreen,
  correct: () => [],
  grade: () => ({ right: false, partly: false, score: 0, given: [], missed: [] })
};
