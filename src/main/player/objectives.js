/**
 * How a learner stands with each principle that the course's quizzes test: a platform's objective.
 *
 * @typedef {{id: string, says: string, settled: boolean, score: number, passed: boolean}} Objective
 *   settled: every question about it is answered; score: percent of them that are right
 *
 * @param {State} state
 * @param {Course} course
 * @returns {Objective[]}
 */
function objectivesOf(state, course) {
  const banks = course.banks.map((bank) => bank[0]);
  return (course.objectives || []).map((objective) => {
    const asked = course.questions.filter(
      (question) =>
        question.tests.indexOf(objective.id) >= 0 && core.isScored(question) && banks.indexOf(question.key.split('/')[0]) >= 0
    );
    const given = asked.map((question) => core.answerTo(state, question.key.split('/')[0], question));
    const right = asked.filter((question, at) => given[at].length && core.grade(question, given[at]).right).length;
    const score = asked.length ? Math.round((100 * right) / asked.length) : 0;
    return {
      id: objective.id,
      says: objective.says,
      settled: asked.length > 0 && given.every((response) => response.length > 0),
      score: score,
      passed: score >= course.pass
    };
  });
}
