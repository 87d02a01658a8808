/**
 * What a learner has done, as plain data: state in, state out. Knows no page and no standard.
 *
 * Everything is kept under short digests of its id, never under its position, so that a course may
 * grow or be put in another order between two visits.
 *
 * @typedef {{attempt: number, best: ?number, answers: Object<string, string>}} Quiz
 *   best: percent of the best finished attempt; answers: of the attempt under way, as kept, by question
 * @typedef {{at: string, lessons: string[], quizzes: Object<string, Quiz>,
 *   practice: Object<string, string>}} State
 * @typedef {{key: string, type: string, choices: string[], targets: string[], right: string[],
 *   typed: Array<string[]>, wrong: string[], principles: Object<string, string>,
 *   tests: string[]}} Question
 *   right: the right response; typed: answer, then text and typos, or from and to;
 *   wrong: the wrong ones among the answers; principles: by answer; tests: those it is about
 * @typedef {{course: string, pass: number, lessons: string[], banks: Array<[string, number]>}} Course
 */
const core = (function () {
  const VERSION = '2';
  /** In version 1 no answer was text; all else was the same. */
  const READABLE = ['1', VERSION];
  /** What is kept of a text, in characters. */
  const LONGEST = 2000;

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

  /** A text as letters, digits, - and _: neither a separator of ours nor anything an LMS changes. */
  function escaped(text) {
    return text.slice(0, LONGEST).replace(/[^A-Za-z0-9]/g, (c) => (c === ' ' ? '-' : '_' + c.charCodeAt(0).toString(36) + '_'));
  }

  function unescaped(text) {
    return text.replace(/_([0-9a-z]+)_|-/g, (all, code) => (code ? String.fromCharCode(parseInt(code, 36)) : ' '));
  }

  /** A response as it is kept: digests of its ids, or ' and its text. */
  function kept(question, response) {
    return types[question.type].keeps === 'text'
      ? "'" + escaped(response[0])
      : response.map((id) => id.split('.').map(answerDigest).join('')).join('');
  }

  /** The response that was kept, as far as the question still has what it names. */
  function given(text, question) {
    const keeps = types[question.type].keeps;
    const isText = (text || '').charAt(0) === "'";
    if (!text || isText !== (keeps === 'text')) {
      return [];
    }
    if (isText) {
      return [unescaped(text.slice(1))];
    }
    const named = (ids, id) => ids.filter((one) => answerDigest(one) === id)[0];
    const response = pieces(text, keeps === 'pairs' ? 6 : 3)
      .map((piece) => [named(question.choices, piece.slice(0, 3))].concat(keeps === 'pairs' ? named(question.targets, piece.slice(3)) : []))
      .filter((ids) => ids.every((id) => id))
      .map((ids) => ids.join('.'));
    return keeps === 'order' && response.length !== question.choices.length ? [] : response;
  }

  function grade(question, response) {
    return types[question.type].grade(question, response);
  }

  function isScored(question) {
    return types[question.type].scored !== false;
  }

  /** A response in a quiz. */
  function answered(state, bank, question, response) {
    const quiz = quizOf(state, bank);
    const answers = set(quiz.answers, digest(question.key), kept(question, response));
    return withQuiz(state, bank, set(quiz, 'answers', answers));
  }

  function answerTo(state, bank, question) {
    return given(quizOf(state, bank).answers[digest(question.key)], question);
  }

  /** A response to a question embedded in a lesson. */
  function practised(state, question, response) {
    return set(state, 'practice', set(state.practice, digest(question.key), kept(question, response)));
  }

  function practiceOf(state, question) {
    return given(state.practice[digest(question.key)], question);
  }

  /**
   * How the attempt under way stands. What is not scored must be answered, and counts no further.
   */
  function standing(state, bank, questions) {
    let answers = 0;
    let right = 0;
    questions.forEach((question) => {
      const response = answerTo(state, bank, question);
      answers += response.length ? 1 : 0;
      right += response.length && grade(question, response).right ? 1 : 0;
    });
    const total = questions.filter(isScored).length;
    return {
      answered: answers,
      right: right,
      total: total,
      finished: questions.length > 0 && answers === questions.length,
      percent: total ? Math.round((100 * right) / total) : 100
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
  function weak(state, bank, questions) {
    const found = [];
    questions.forEach((question) => {
      const response = answerTo(state, bank, question);
      const it = response.length && isScored(question) ? grade(question, response) : null;
      if (it && !it.right) {
        it.given
          .filter((id) => question.wrong.indexOf(id) >= 0)
          .concat(it.missed)
          .map((id) => question.principles[id])
          .filter((principle) => principle && found.indexOf(principle) < 0)
          .forEach((principle) => found.push(principle));
      }
    });
    return found;
  }

  /**
   * The list in an order that is always the same for a seed, and never its own.
   * @param {string[]} list
   * @param {string} seed
   */
  function shuffled(list, seed) {
    const copy = list.slice();
    for (let i = copy.length - 1; i > 0; i--) {
      const at = parseInt(digest(seed + '/' + i), 36) % (i + 1);
      [copy[i], copy[at]] = [copy[at], copy[i]];
    }
    return copy.every((one, at) => one === list[at]) ? copy.slice(1).concat(copy.slice(0, 1)) : copy;
  }

  /**
   * State as one line without blanks:
   * version ~ place ~ lessons ~ quiz.attempt.best.answers;… ~ practice.
   * What matters least goes first when it would be longer than the limit: what was written at length
   * (that it was answered stays), then practice, then the answers of what is finished.
   * @param {State} state
   * @param {number} limit characters
   */
  function pack(state, limit) {
    const short = (text) => (text.charAt(0) === "'" && text.length > 100 ? "'" : text);
    const answers = (map, shape) => Object.keys(map).map((key) => key + shape(map[key])).join(',');
    const line = (shape, practice, keep) =>
      [
        VERSION,
        state.at,
        state.lessons.join(''),
        Object.keys(state.quizzes)
          .map((key) => {
            const quiz = state.quizzes[key];
            return [key, quiz.attempt.toString(36), quiz.best === null ? '' : quiz.best, keep(quiz) ? answers(quiz.answers, shape) : ''].join('.');
          })
          .join(';'),
        practice ? answers(state.practice, shape) : ''
      ].join('~');
    const all = () => true;
    return [
      () => line((text) => text, true, all),
      () => line(short, true, all),
      () => line(short, false, all),
      () => line(short, false, (quiz) => quiz.best === null),
      () => line(short, false, () => false)
    ].reduce((text, shorter) => (text !== null && text.length <= limit ? text : shorter()), null);
  }

  function pieces(text, size) {
    return (text.match(new RegExp('.{' + size + '}', 'g')) || []);
  }

  function unpackAnswers(text) {
    const map = {};
    text.split(',').forEach((part) => {
      if (part.length > 5) {
        map[part.slice(0, 5)] = part.slice(5);
      }
    });
    return map;
  }

  /** @returns {State} the empty one when the text is not ours */
  function unpack(text) {
    const parts = String(text || '').split('~');
    if (READABLE.indexOf(parts[0]) < 0 || parts.length !== 5) {
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
    grade, isScored, standing, finished, again, overall, weak, shuffled, pack, unpack
  };
})();
