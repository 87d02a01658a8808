/** A text of one's own to compare with a model. */
types['long-answer'] = {
  words: { none: 'none-text', noted: 'compare', correct: 'model' },
  screen: typingOnScreen,
  correct: () => [],
  grade: () => ({ right: false, partly: false, score: 0, given: [], missed: ['model'] })
};
