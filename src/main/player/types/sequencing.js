/** Steps to put in order: the share that stands in its own place. */
types.sequencing = {
  words: { held: 'right', correct: 'place', wrong: 'wrong-order' },
  screen: orderOnScreen,
  grade(question, response) {
    const held = question.right.filter((id, at) => response[at] === id);
    return {
      right: held.length === question.right.length,
      partly: held.length > 0,
      score: held.length / question.right.length,
      given: [],
      missed: question.right.filter((id) => held.indexOf(id) < 0),
      held: held
    };
  }
};
