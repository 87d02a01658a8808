/** Where one stands on a scale. */
types.likert = {
  screen: inputsOnScreen,
  correct: () => [],
  grade: () => ({ right: false, partly: false, score: 0, given: [], missed: [] })
};
