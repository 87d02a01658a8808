/** A statement to judge. The right judgement is not repeated: the wrong one's feedback says it. */
types['true-false'] = {
  screen: inputsOnScreen,
  grade(question, response) {
    const right = response[0] === question.right[0];
    return { right: right, partly: false, score: right ? 1 : 0, given: response, missed: [] };
  }
};
