/** One or several of a list: right when exactly the right ones were given. */
types.choice = {
  interaction: 'choice',
  keeps: 'ids',
  screen: inputsOnScreen,
  grade: grades.picked
};
