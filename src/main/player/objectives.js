/**
 * How a learner stands with each principle that the course's quizzes test: a platform's objective.
 * What a quiz has not drawn does not count, nor does a final before it is begun. Where a final alone makes a course done, and it
 * is, what was left out on the way does not count either: else its principles would never be settled.
 *
 * @typedef {{id: string, says: string, settled: boolean, score: number, passed: boolean}} Objective
 *   settled: every question about it is answered; score: percent of their weight that was earned
 *
 * @param {State} state
 * @param {Course} course
 * @returns {Objective[]}
 */
function objectivesOf(state, course) {
  const asked = [];
  const done = core.overall(state, course).done;
  course.quizzes.forEach((quiz) => {
    const seed = core.quizOf(state, quiz.id).seed;
    const keys = seed ? core.asked(state, quiz, course.questions) : quiz.final ? [] : quiz.pool;
    course.questions
      .filter((question) => keys.indexOf(question.key) >= 0 && core.isScored(question))
      .forEach((question) => {
        const response = core.answerTo(state, quiz.id, question);
        asked.push({
          tests: question.tests,
          given: response.length > 0,
          settled: response.length > 0 && core.triesLeft(state, quiz.id, question) === 0,
          weight: core.weight(question),
          earned: core.weight(question) * core.credit(question, response)
        });
      });
  });
  return (course.objectives || []).map((objective) => {
    const about = asked.filter((one) => one.tests.indexOf(objective.id) >= 0 && (one.given || !done));
    const sum = (what) => about.reduce((all, one) => all + one[what], 0);
    const score = about.length ? Math.round((100 * sum('earned')) / sum('weight')) : 0;
    return {
      id: objective.id,
      says: objective.says,
      settled: about.length > 0 && about.every((one) => one.settled),
      score: score,
      passed: score >= course.pass
    };
  });
}
