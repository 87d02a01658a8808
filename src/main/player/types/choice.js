/** One or several of a list: right when exactly the right ones were given. */
types.choice = {
  screen: inputsOnScreen,
  grade: grades.picked
};
