/**
 * What a learner has done, as plain data: state in, state out. Knows no page and no standard.
 *
 * Everything is kept under short digests of its id, never under its position, so that a course may
 * grow or be put in another order between two visits.
 *
 * @typedef {{attempt: number, best: ?number, answers: Object<string, string[]>}} Quiz
 *   best: percent of the best finished attempt; answers: of the attempt under way, by question
 * @typedef {{at: string, lessons: string[], quizzes: Object<string, Quiz>,
 *   practice: Object<string, string[]>}} State
 * @typedef {{key: string, type: string, multiple: boolean, choices: string[], right: string[],
 *   principles: Object<string, string>}} Question
 * @typedef {{course: string, pass: number, lessons: string[], banks: Array<[string, number]>}} Course
 */
const core = (function () {
  const VERSION = '1';

  /** FNV-1a in base 36, the last five characters: one pair in 60 million is alike. */
  function digest(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    return ('0000' + (hash >>> 0).toString(36)).slice(-5);
  }

  /** Three characters tell the few answers of one question apart. */
  function answerDigest(id) {
    return digest(id).slice(-3);
  }

  /** @returns {State} */
  function empty() {
    return { at: '', lessons: [], quizzes: {}, practice: {} };
  }

  function set(object, key, value) {
    return Object.assign({}, object, { [key]: value });
  }

  /** @returns {Quiz} */
  function quizOf(state, bank) {
    return state.quizzes[digest(bank)] || { attempt: 1, best: null, answers: {} };
  }

  function withQuiz(state, bank, quiz) {
    return set(state, 'quizzes', set(state.quizzes, digest(bank), quiz));
  }

  function visited(state, lesson) {
    const id = digest(lesson);
    return state.lessons.indexOf(id) < 0 ? set(state, 'lessons', state.lessons.concat(id)) : state;
  }

  function hasVisited(state, lesson) {
    return state.lessons.indexOf(digest(lesson)) >= 0;
  }

  function located(state, at) {
    return set(state, 'at', at);
  }

  /** The ids a learner gave, of those the question has now. */
  function given(digests, question) {
    return question.choices.filter((id) => (digests || []).indexOf(answerDigest(id)) >= 0);
  }

  /** An answer in a quiz. */
  function answered(state, bank, question, ids) {
    const quiz = quizOf(state, bank);
    const answers = set(quiz.answers, digest(question.key), ids.map(answerDigest));
    return withQuiz(state, bank, set(quiz, 'answers', answers));
  }

  function answerTo(state, bank, question) {
    return given(quizOf(state, bank).answers[digest(question.key)], question);
  }

  /** An answer to a question embedded in a lesson. */
  function practised(state, question, ids) {
    return set(state, 'practice', set(state.practice, digest(question.key), ids.map(answerDigest)));
  }

  function practiceOf(state, question) {
    return given(state.practice[digest(question.key)], question);
  }

  /**
   * How the attempt under way stands.
   * @param {function(Question, string[]): boolean} isRight
   */
  function standing(state, bank, questions, isRight) {
    let answers = 0;
    let right = 0;
    questions.forEach((question) => {
      const ids = answerTo(state, bank, question);
      answers += ids.length ? 1 : 0;
      right += ids.length && isRight(question, ids) ? 1 : 0;
    });
    const total = questions.length;
    return {
      answered: answers,
      right: right,
      total: total,
      finished: total > 0 && answers === total,
      percent: total ? Math.round((100 * right) / total) : 0
    };
  }

  /** Keeps the best finished result: repeating a quiz can only help. */
  function finished(state, bank, percent) {
    const quiz = quizOf(state, bank);
    return withQuiz(state, bank, set(quiz, 'best', Math.max(quiz.best || 0, percent)));
  }

  function again(state, bank) {
    const quiz = quizOf(state, bank);
    return withQuiz(state, bank, { attempt: quiz.attempt + 1, best: quiz.best, answers: {} });
  }

  /**
   * The course as a whole. Its score is the mean of its quizzes, and it is done when every lesson
   * has been visited and every quiz finished once.
   * @param {Course} course
   */
  function overall(state, course) {
    const lessons = course.lessons.filter((id) => hasVisited(state, id)).length;
    const scores = course.banks.map((bank) => quizOf(state, bank[0]).best);
    const quizzes = scores.filter((best) => best !== null).length;
    const sum = scores.reduce((all, best) => all + (best || 0), 0);
    const score = scores.length ? Math.round(sum / scores.length) : 100;
    const steps = course.lessons.length + scores.length;
    const done = lessons + quizzes === steps;
    return { steps: steps, taken: lessons + quizzes, done: done, score: score, passed: done && score >= course.pass };
  }

  /**
   * The principles an attempt shows to be weak: those that wrong answers broke, and those that the
   * right answers to the same questions would have applied.
   */
  function weak(state, bank, questions, isRight) {
    const found = [];
    questions.forEach((question) => {
      const ids = answerTo(state, bank, question);
      if (ids.length && !isRight(question, ids)) {
        ids.filter((id) => question.right.indexOf(id) < 0)
          .concat(question.right.filter((id) => ids.indexOf(id) < 0))
          .forEach((id) => {
            const principle = question.principles[id];
            if (principle && found.indexOf(principle) < 0) {
              found.push(principle);
            }
          });
      }
    });
    return found;
  }

  /**
   * State as one line without blanks:
   * version ~ place ~ lessons ~ quiz.attempt.best.answers;… ~ practice.
   * What matters least goes first when it would be longer than the limit.
   * @param {State} state
   * @param {number} limit characters
   */
  function pack(state, limit) {
    const answers = (map) => Object.keys(map).map((key) => key + map[key].join('')).join(',');
    const line = (practice, keep) =>
      [
        VERSION,
        state.at,
        state.lessons.join(''),
        Object.keys(state.quizzes)
          .map((key) => {
            const quiz = state.quizzes[key];
            return [key, quiz.attempt.toString(36), quiz.best === null ? '' : quiz.best, keep(quiz) ? answers(quiz.answers) : ''].join('.');
          })
          .join(';'),
        practice ? answers(state.practice) : ''
      ].join('~');
    const all = () => true;
    return [
      () => line(true, all),
      () => line(false, all),
      () => line(false, (quiz) => quiz.best === null),
      () => line(false, () => false)
    ].reduce((text, shorter) => (text !== null && text.length <= limit ? text : shorter()), null);
  }

  function pieces(text, size) {
    return (text.match(new RegExp('.{' + size + '}', 'g')) || []);
  }

  function unpackAnswers(text) {
    const map = {};
    text.split(',').forEach((part) => {
      if (part.length >= 8) {
        map[part.slice(0, 5)] = pieces(part.slice(5), 3);
      }
    });
    return map;
  }

  /** @returns {State} the empty one when the text is not ours */
  function unpack(text) {
    const parts = String(text || '').split('~');
    if (parts[0] !== VERSION || parts.length !== 5) {
      return empty();
    }
    const quizzes = {};
    parts[3].split(';').forEach((part) => {
      const quiz = part.split('.');
      if (quiz.length === 4) {
        quizzes[quiz[0]] = {
          attempt: parseInt(quiz[1], 36) || 1,
          best: quiz[2] === '' ? null : Number(quiz[2]),
          answers: unpackAnswers(quiz[3])
        };
      }
    });
    return { at: parts[1], lessons: pieces(parts[2], 5), quizzes: quizzes, practice: unpackAnswers(parts[4]) };
  }

  return {
    digest, empty, visited, hasVisited, located, answered, answerTo, practised, practiceOf, quizOf,
    standing, finished, again, overall, weak, pack, unpack
  };
})();
