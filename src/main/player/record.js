/**
 * A learner's own record of an attempt, as plain text: what to hand in when a platform keeps
 * nothing.
 *
 * @param {Session} session
 * @param {State} state
 */
function recordOf(session, state) {
  const course = session.course;
  const words = session.words;
  const all = core.overall(state, course);
  const lines = [document.title, course.title, new Date().toString(), dom.fill(words.done, all.taken, all.steps), dom.fill(words.score, all.score), ''];
  course.quizzes.forEach((quiz) => {
    const taken = core.quizOf(state, quiz.id);
    if (taken.best !== null) {
      lines.push(quiz.id + ': ' + dom.fill(words.best, taken.best));
    }
    course.questions
      .filter((question) => core.asked(state, quiz, course.questions).indexOf(question.key) >= 0)
      .forEach((question) => {
        const given = core.answerTo(state, quiz.id, question);
        if (given.length) {
          const verdict = !core.isScored(question) ? '' : core.grade(question, given).right ? words.right : words.wrong;
          lines.push('  ' + question.key + ': ' + (types[question.type].keeps === 'text' ? given[0] : given.join(', ')) + (verdict ? ' \u2013 ' + verdict : ''));
        }
      });
  });
  return lines.filter((line, at) => line !== lines[at - 1]).join('\r\n') + '\r\n';
}

/** Hands it over as a file. */
function download(session, state) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([recordOf(session, state)], { type: 'text/plain' }));
  link.download = session.course.course + '.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
