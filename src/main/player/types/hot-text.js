/** Phrases to mark in a text: graded as several of a list, judged in a word each. */
types['hot-text'] = {
  words: { none: 'none-mark' },
  brief: true,
  screen: inputsOnScreen,
  grade: grades.picked
};
