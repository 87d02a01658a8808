/** A statement to judge. The right judgement is not repeated: the wrong one's feedback says it. */
types['true-false'] = {
  interaction: 'true-false',
  grade(question, given) {
    return { right: given[0] === question.right[0], partly: false, missed: [] };
  }
};
