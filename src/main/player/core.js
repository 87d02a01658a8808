/**
 * What a learner has done, as plain data: state in, state out. Knows no page and no standard.
 *
 * Everything is kept under short digests of its id, never under its position, so that a course may
 * grow or be put in another order between two visits.
 *
 * @typedef {{attempt: number, over: boolean, best: ?number, seed: string, answers: Object<string, string>}} Taken
 *   of a quiz: over: the attempt is finished; best: percent of the best finished one; seed: what its
 *   draw and its orders are made from; answers: of the latest attempt, as kept, by question
 * @typedef {{best: ?number, from: string, said: string[]}} Talk
 *   best: the place in ENDINGS of the best ending; said: the latest replies; from: the node, heat and
 *   loyalty where they begin, '' for the start
 * @typedef {{at: string, lessons: string[], quizzes: Object<string, Taken>,
 *   practice: Object<string, string>, talks: Object<string, Talk>}} State
 * @typedef {{key: string, type: string, choices: string[], targets: string[], right: string[],
 *   typed: Array<string[]>, wrong: string[], principles: Object<string, string>, tests: string[],
 *   attempts?: number, weight?: number, partial?: boolean,
 *   shuffle?: boolean}} Question
 *   right: the right response; typed: answer, then text and typos, or from and to;
 *   wrong: the wrong ones among the answers; principles: by answer; tests: those it is about;
 *   attempts: how often it may be answered in a quiz; the rest as an author writes it
 * @typedef {{id: string, pool: string[], draw?: number, covers?: Array<number[]>,
 *   attempts?: number, final?: boolean}} Quiz
 *   pool: keys of the questions it may ask; draw: how many it asks, all when absent; covers: places in
 *   the pool, for each thing that a draw must cover; attempts: how often it may be taken
 * @typedef {{id: string, right: boolean, principle: string, heat: number, loyalty: number, next: string,
 *   ways?: Array<{heat: number[], loyalty: number[], to: string}>}} Reply
 *   ways: where it leads while both meters are between two values after it, the first that holds; next: where else
 * @typedef {{id: string, start: string, heat: number, loyalty: number,
 *   nodes: Object<string, {ending: string, best: string, replies: Reply[]}>}} Scenario
 * @typedef {{course: string, pass: number, lessons: string[], quizzes: Quiz[], scenarios: string[], questions: Question[],
 *   scenes: Scenario[], words: Object<string, string>, page: string, id: string, title?: string, language?: string, iri?: string,
 *   place?: string, objectives?: Array<{id: string, says: string}>, deck?: Array<{cards: string[], quiz: string}>,
 *   later?: Object<string, string[]>}} Course
 *   page and id: of what kind the page is, and what it shows; place: where on a site it is; objectives: the principles that
 *   quizzes test; later: the files that a page loads when they are needed; title, language, iri: of a package
 */
const core = (function () {
  const VERSION = '4';
  /**
   * In version 1 no answer was text, and until version 2 no quiz had a seed. Until version 3 an answer was digests of three
   * characters, and all else the same: such a one is kept as it was, after =, until it is given anew.
   */
  const READABLE = ['1', '2', '3', VERSION];
  const OLD = '=';
  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  /** What is kept of a text, in characters; and of each in signs, less and less, when room is short. */
  const LONGEST = 2000;
  const SHORT = [100, 40];
  const SHORTEST = [20, 10, 4];
  /** The signs that stand for what is frequent in a text; the rest of it is written in letters and digits. */
  const FREQUENT = " .,-'\u2019";
  const STANDING = '-+()$@';
  /** What no answer is like. */
  const NOTHING = '\ufffd'.repeat(40);
  const ENDINGS = ['poor', 'mixed', 'good'];
  const REPLIES_KEPT = 32;
  /** How sure a learner may say to be of an answer; its first letter is kept. */
  const SURE = ['sure', 'think', 'guess'];

  /** FNV-1a in base 36, the last five characters: one pair in 60 million is alike. */
  function digest(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    return ('0000' + (hash >>> 0).toString(36)).slice(-5);
  }

  /** Three characters tell the few replies of a conversation apart. */
  function shortDigest(id) {
    return digest(id).slice(-3);
  }

  /** The same in fewer characters, for what is kept by the hundred. */
  function code(id, size) {
    let value = parseInt(digest(id), 36);
    let text = '';
    for (let i = 0; i < size; i++) {
      text = SIGNS[value % 64] + text;
      value = Math.floor(value / 64);
    }
    return text;
  }

  /** Two characters tell the few answers of nearly every question apart; else three or four do. */
  function sizeFor(ids) {
    return [2, 3, 4].filter((size) => new Set(ids.map((id) => code(id, size))).size === ids.length)[0] || 4;
  }

  /** @returns {State} */
  function empty() {
    return { at: '', lessons: [], quizzes: {}, practice: {}, talks: {} };
  }

  function set(object, key, value) {
    return Object.assign({}, object, { [key]: value });
  }

  /** The same for a text on every device, and as good as evenly spread: FNV-1a, then Murmur's last mixing. */
  function rank(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  /**
   * The list in an order that depends on the seed and on what is in it, not on how it was ordered.
   * @param {string[]} list
   * @param {string} seed
   */
  function mixed(list, seed) {
    return list
      .map((one) => ({ one: one, rank: rank(seed + '/' + one) }))
      .sort((a, b) => a.rank - b.rank || (a.one < b.one ? -1 : 1))
      .map((it) => it.one);
  }

  /**
   * The questions of an attempt: all in the author's order, or those drawn. In each round everything
   * that is to be covered gets one question more, and what need not be covered one, as far as there
   * are any: so whatever is drawn covers all, and all alike.
   * @param {Quiz} quiz
   * @param {string} seed
   * @returns {string[]} keys
   */
  function drawn(quiz, seed) {
    if (!(quiz.draw < quiz.pool.length)) {
      return quiz.pool;
    }
    const groups = (quiz.covers || []).map((places) => places.map((at) => quiz.pool[at]));
    const rest = quiz.pool.filter((key) => !groups.some((group) => group.indexOf(key) >= 0));
    const order = mixed(quiz.pool, seed);
    const turns = mixed(groups.map((group, at) => String(at)), seed).map((at) => groups[Number(at)]).concat([rest]);
    const chosen = [];
    for (let round = 1; chosen.length < quiz.draw; round++) {
      turns.forEach((group) => {
        const next = order.filter((key) => group.indexOf(key) >= 0 && chosen.indexOf(key) < 0)[0];
        const has = chosen.filter((key) => group.indexOf(key) >= 0).length;
        if (next && has < round && chosen.length < quiz.draw) {
          chosen.push(next);
        }
      });
    }
    return order.filter((key) => chosen.indexOf(key) >= 0);
  }

  /**
   * The questions of the latest attempt. What has been answered stays in it, whatever a course that has changed since would draw
   * now; an attempt that is over asks nothing more.
   * @param {Quiz} quiz
   * @param {Question[]} questions those of the course
   * @returns {string[]} keys
   */
  function asked(state, quiz, questions) {
    const taken = quizOf(state, quiz.id);
    const now = drawn(quiz, taken.seed);
    const has = questions.filter((one) => quiz.pool.indexOf(one.key) >= 0 && answerTo(state, quiz.id, one).length).map((one) => one.key);
    const open = now.filter((key) => has.indexOf(key) < 0);
    const others = has.filter((key) => now.indexOf(key) < 0);
    if (!open.length || !(others.length || (taken.over && has.length))) {
      return now;
    }
    const stay = now.filter((key) => open.indexOf(key) < 0).concat(others, taken.over ? [] : open).slice(0, now.length);
    return (now.length < quiz.pool.length ? mixed(quiz.pool, taken.seed) : quiz.pool).filter((key) => stay.indexOf(key) >= 0);
  }

  /** How many answers of an attempt under way mean nothing any more, because their questions have changed: these are asked again. */
  function outdated(state, quiz, questions) {
    const taken = quizOf(state, quiz.id);
    return taken.over
      ? 0
      : questions.filter((one) => quiz.pool.indexOf(one.key) >= 0 && taken.answers[digest(one.key)] && !answerTo(state, quiz.id, one).length).length;
  }

  /** @returns {Taken} */
  function quizOf(state, bank) {
    return state.quizzes[digest(bank)] || { attempt: 1, over: false, best: null, seed: '', answers: {} };
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

  /** A text as letters, digits and a few signs: neither a separator of ours nor anything an LMS changes. */
  function escaped(text) {
    return text.slice(0, LONGEST).replace(/[^A-Za-z0-9]/g, (c) => STANDING[FREQUENT.indexOf(c)] || '_' + c.charCodeAt(0).toString(36) + '_');
  }

  function unescaped(text) {
    return text.replace(/_([0-9a-z]+)_|[-+()$@]/g, (sign, code) => (code ? String.fromCharCode(parseInt(code, 36)) : FREQUENT[STANDING.indexOf(sign)]));
  }

  function isTyped(question) {
    return types[question.type].keeps === 'text';
  }

  /**
   * A response as it is kept: codes of its ids; or ' and its text, then, where there is right and wrong, = and the answer that it
   * amounts to. A text that is cut ends in *: 'I-am-sorry=Xy, 'I-am*=Xy
   */
  function kept(question, response) {
    const sizes = [question.choices, question.targets || []].map(sizeFor);
    return isTyped(question)
      ? "'" + escaped(response[0]) + (isScored(question) ? '=' + amounting(question, response) : '')
      : response.map((id) => id.split('.').map((part, at) => code(part, sizes[at])).join('')).join('');
  }

  /** Which of the answers a text is, in a code; '' for none. */
  function amounting(question, response) {
    return grade(question, response).given.map((id) => code(id, sizeFor(question.typed.map((one) => one[0])))).join('');
  }

  /**
   * What was typed. Of a text that is cut what is left of it, then a text that is graded as it was; nothing, when the question no
   * longer has the answer that it was.
   */
  function typed(text, question) {
    const [all, signs, cut, amount] = /^'([\w+()$@-]*)(\*?)(?:=([\w-]*))?$/.exec(text) || [];
    if (all === undefined || !cut) {
      return all === undefined ? [] : [unescaped(signs)];
    }
    const answer = amount && question.typed.filter((one) => code(one[0], amount.length) === amount)[0];
    const known = answer || amount === '' || !isScored(question);
    return known ? [unescaped(signs).replace(/[\ud800-\udbff]$/, '') + '\u2026', answer ? answer[1] : NOTHING] : [];
  }

  /** What is kept, its text cut to so many signs, none of them in the middle of a character. */
  function cutTo(most) {
    return (saved) =>
      saved.replace(/^'([\w+()$@-]+)\*?/, (all, signs) => {
        const left = signs.slice(0, most);
        return signs.length <= most ? all : "'" + (left.split('_').length % 2 ? left : left.replace(/_[^_]*$/, '')) + '*';
      });
  }

  /**
   * What is kept of an answer: the response; which answer it was, when not the first; how sure the learner was, when that was
   * asked. Abc, Abc!2, Abc:s, Abc!2:s
   */
  function parted(saved) {
    const parts = /^([^!:]*)(?:!([0-9a-z]+))?(?::([a-z]))?$/.exec(saved || '') || ['', ''];
    return { response: parts[1], tries: parseInt(parts[2] || '1', 36), sure: parts[3] || '' };
  }

  /** Every way to cut a text into codes: as it is done now, then as a question of fewer or more answers would have had it. */
  function cuts(question, pairs) {
    const now = [question.choices, question.targets || []].map(sizeFor);
    const sizes = [2, 3, 4];
    const others = pairs ? [].concat(...sizes.map((one) => sizes.map((other) => [one, other]))) : sizes.map((one) => [one, 0]);
    return [pairs ? now : [now[0], 0]].concat(others);
  }

  /** A text cut into codes, as ids; null for each code that the question has not, and null for all when it cannot be cut so. */
  function named(text, question, cut, nameOf) {
    const piece = (ids, code) => ids.filter((one) => nameOf(one, code.length) === code)[0];
    return text.length % (cut[0] + cut[1])
      ? null
      : pieces(text, cut[0] + cut[1]).map((both) => {
          const ids = [piece(question.choices, both.slice(0, cut[0]))].concat(cut[1] ? piece(question.targets, both.slice(cut[0])) : []);
          return ids.every((id) => id) ? ids.join('.') : null;
        });
  }

  /** Whether a response is as good as when it was given. A pair is its own answer; of other responses each part means something beside the rest. */
  function isWhole(question, response, keeps) {
    const count = (list, id) => list.filter((pair) => pair && pair.split('.')[0] === id).length;
    switch (keeps) {
      case 'pairs':
        return question.choices.every((id) => count(response, id) >= Math.max(1, count(question.right || [], id)));
      case 'order':
        return response.every((id) => id) && response.length === question.choices.length;
      default:
        return response.every((id) => id);
    }
  }

  /** The response that was kept; none when the question no longer has what it names: then it is asked again. */
  function given(saved, question) {
    const keeps = types[question.type].keeps;
    const text = parted(saved).response;
    const old = text.charAt(0) === OLD;
    const isText = text.charAt(0) === "'";
    if (!text || isText !== (keeps === 'text')) {
      return [];
    }
    if (isText) {
      return typed(text, question);
    }
    const pairs = keeps === 'pairs';
    const read = (cut) => {
      const response = named(old ? text.slice(1) : text, question, cut, old ? shortDigest : code);
      return response && isWhole(question, response, keeps) ? response.filter((one) => one) : null;
    };
    return (old ? [[3, pairs ? 3 : 0]] : cuts(question, pairs)).reduce((found, cut) => found || read(cut), null) || [];
  }

  function grade(question, response) {
    return types[question.type].grade(question, isTyped(question) ? response.slice(-1) : response);
  }

  function isScored(question) {
    return types[question.type].scored;
  }

  /** The part of a question's weight that a response earns, 0 to 1. */
  function credit(question, response) {
    const it = response.length ? grade(question, response) : { right: false, score: 0 };
    return question.partial ? it.score : it.right ? 1 : 0;
  }

  /** How often a question has been answered in this attempt; an answer that means nothing any more is none. */
  function tries(state, bank, question) {
    return answerTo(state, bank, question).length ? parted(quizOf(state, bank).answers[digest(question.key)]).tries : 0;
  }

  /** How often it may still be answered: what is right, or not scored, is settled. */
  function triesLeft(state, bank, question) {
    const response = answerTo(state, bank, question);
    const settled = response.length && (!isScored(question) || grade(question, response).right);
    return settled ? 0 : Math.max(0, (question.attempts || 1) - tries(state, bank, question));
  }

  /**
   * A response in a quiz: the last counts.
   * @param {string} [sure] one of SURE, or nothing when the learner did not say
   */
  function answered(state, bank, question, response, sure) {
    const quiz = quizOf(state, bank);
    const times = tries(state, bank, question) + 1;
    const text = kept(question, response) + (times > 1 ? '!' + times.toString(36) : '') + (sure ? ':' + sure[0] : '');
    return withQuiz(state, bank, set(quiz, 'answers', set(quiz.answers, digest(question.key), text)));
  }

  function answerTo(state, bank, question) {
    return given(quizOf(state, bank).answers[digest(question.key)], question);
  }

  /** How sure the learner was of the last response: one of SURE, or ''. */
  function sureOf(state, bank, question) {
    const letter = parted(quizOf(state, bank).answers[digest(question.key)]).sure;
    return SURE.filter((one) => one[0] === letter)[0] || '';
  }

  /** A response to a question embedded in a lesson. */
  function practised(state, question, response) {
    return set(state, 'practice', set(state.practice, digest(question.key), kept(question, response)));
  }

  /** Where an answer is kept: of a quiz, or with '' of a lesson. */
  function savedOf(state, bank, question) {
    return (bank ? quizOf(state, bank).answers : state.practice)[digest(question.key)] || '';
  }

  /** The lines of its checklist that a learner ticked; their codes stand behind the text: 'I-am-sorry=XyAb */
  function ticksOf(state, bank, question) {
    const size = sizeFor(question.choices);
    const codes = pieces((/^'[^=]*=([\w-]*)/.exec(savedOf(state, bank, question)) || ['', ''])[1], size);
    return question.choices.filter((id) => codes.indexOf(code(id, size)) >= 0);
  }

  /** @param {string[]} ids those that are ticked now */
  function ticked(state, bank, question, ids) {
    const size = sizeFor(question.choices);
    const codes = ids.map((id) => code(id, size)).join('');
    const text = savedOf(state, bank, question).replace(/^('[^=!:]*)(?:=[\w-]*)?/, (all, signs) => signs + (codes ? '=' + codes : ''));
    const key = digest(question.key);
    const quiz = quizOf(state, bank);
    return !text
      ? state
      : bank
        ? withQuiz(state, bank, set(quiz, 'answers', set(quiz.answers, key, text)))
        : set(state, 'practice', set(state.practice, key, text));
  }

  function practiceOf(state, question) {
    return given(state.practice[digest(question.key)], question);
  }

  /**
   * How the latest attempt stands. What is not scored must be answered, and counts no further.
   * @param {Question[]} questions those of the attempt
   */
  function standing(state, bank, questions) {
    let answers = 0;
    let right = 0;
    let earned = 0;
    questions.forEach((question) => {
      const response = answerTo(state, bank, question);
      answers += response.length && !triesLeft(state, bank, question) ? 1 : 0;
      right += response.length && grade(question, response).right ? 1 : 0;
      earned += isScored(question) ? weight(question) * credit(question, response) : 0;
    });
    const scored = questions.filter(isScored);
    const total = scored.reduce((sum, question) => sum + weight(question), 0);
    return {
      answered: answers,
      right: right,
      total: scored.length,
      finished: questions.length > 0 && answers === questions.length,
      percent: total ? Math.round((100 * earned) / total) : 100
    };
  }

  function weight(question) {
    return question.weight || 1;
  }

  /** A new attempt's seed is drawn by whoever asks. One that is under way keeps its own. */
  function begun(state, bank, seed) {
    const quiz = quizOf(state, bank);
    return quiz.seed ? state : withQuiz(state, bank, set(quiz, 'seed', seed));
  }

  /** Keeps the best finished result: repeating a quiz can only help. */
  function finished(state, bank, percent) {
    const quiz = quizOf(state, bank);
    return withQuiz(state, bank, Object.assign({}, quiz, { over: true, best: Math.max(quiz.best || 0, percent) }));
  }

  function again(state, bank) {
    const quiz = quizOf(state, bank);
    return withQuiz(state, bank, { attempt: quiz.attempt + 1, over: false, best: quiz.best, seed: '', answers: {} });
  }

  /** Which of two is more, by the first of their properties that differ. */
  function more(one, other, properties) {
    const differing = properties.filter((of) => of(one) !== of(other))[0];
    return !differing || differing(one) > differing(other) ? one : other;
  }

  /** The state, with texts that were cut as another has them whole. */
  function filled(state, other) {
    const fuller = (mine, theirs) =>
      Object.keys(mine).reduce((all, key) => {
        const signs = /^('[^*=]*)\*/.exec(mine[key]);
        const same = signs && theirs[key] && theirs[key].indexOf(signs[1]) === 0 && parted(theirs[key]).tries === parted(mine[key]).tries;
        return same ? set(all, key, theirs[key]) : all;
      }, mine);
    const quizzes = Object.keys(state.quizzes).reduce((all, key) => {
      const theirs = other.quizzes[key];
      return theirs && theirs.attempt === all[key].attempt ? set(all, key, set(all[key], 'answers', fuller(all[key].answers, theirs.answers))) : all;
    }, state.quizzes);
    return Object.assign({}, state, { quizzes: quizzes, practice: fuller(state.practice, other.practice) });
  }

  function best(one, other) {
    return one === null ? other : Math.max(one, other || 0);
  }

  /** Two records of work on a quiz as one: the attempt that is further, what was answered in it on either, the best result. */
  function joinedQuiz(one, other) {
    const count = (quiz) => Object.keys(quiz.answers).length;
    const further = more(one, other, [(quiz) => quiz.attempt, (quiz) => (quiz.over ? 1 : 0), count, (quiz) => quiz.seed]);
    const same = one.attempt === other.attempt;
    return Object.assign({}, further, {
      best: best(one.best, other.best),
      seed: further.seed || (same ? one.seed || other.seed : ''),
      // Of two draws, those that are not asked count for nothing.
      answers: same ? both(one.answers, other.answers, joinedAnswer) : further.answers
    });
  }

  /** Of two answers to one question, that of more tries. */
  function joinedAnswer(one, other) {
    return more(one, other, [(text) => parted(text).tries, (text) => text]);
  }

  /** Of one conversation held twice, the longer; its best ending is the better. */
  function joinedTalk(one, other) {
    const longer = more(one, other, [(talk) => (talk.from ? 1 : 0), (talk) => talk.said.length, (talk) => talk.said.join('') + talk.from]);
    return set(longer, 'best', best(one.best, other.best));
  }

  function both(one, other, join) {
    return Object.keys(other).reduce((all, key) => set(all, key, key in one ? join(one[key], other[key]) : other[key]), one);
  }

  /**
   * What two places know of one learner, neither of which knows of the other, as one state that takes
   * nothing from either. Whichever comes first, it is the same; but the learner is where the second says.
   */
  function joined(one, other) {
    return {
      at: other.at || one.at,
      lessons: one.lessons.concat(other.lessons.filter((id) => one.lessons.indexOf(id) < 0)),
      quizzes: both(one.quizzes, other.quizzes, joinedQuiz),
      practice: both(one.practice, other.practice, joinedAnswer),
      talks: both(one.talks, other.talks, joinedTalk)
    };
  }

  /** @returns {Talk} */
  function talkOf(state, scenario) {
    return state.talks[digest(scenario)] || { best: null, from: '', said: [] };
  }

  function withTalk(state, scenario, talk) {
    return set(state, 'talks', set(state.talks, digest(scenario), talk));
  }

  /** Heat and loyalty go from 0 to 10. */
  function bounded(number) {
    return Math.max(0, Math.min(10, number));
  }

  /** The moment after a reply: what the meters show then may decide where it leads. */
  function onward(now, reply) {
    const heat = bounded(now.heat + reply.heat);
    const loyalty = bounded(now.loyalty + reply.loyalty);
    const within = (value, ends) => ends[0] <= value && value <= ends[1];
    const way = (reply.ways || []).filter((it) => within(heat, it.heat) && within(loyalty, it.loyalty))[0];
    return { node: way ? way.to : reply.next, heat: heat, loyalty: loyalty };
  }

  /**
   * The reply that leads soonest to a good ending by right replies, as the meters stand; where none does, the best one of the node.
   * @param {Scenario} scenario
   * @param {{node: string, heat: number, loyalty: number}} from
   * @returns {string} its id
   */
  function better(scenario, from) {
    const key = (now) => [now.node, now.heat, now.loyalty].join();
    const seen = { [key(from)]: true };
    let open = [{ now: from, first: '' }];
    while (open.length) {
      const next = [];
      open.forEach((way) =>
        scenario.nodes[way.now.node].replies.filter((it) => it.right).forEach((it) => {
          const now = onward(way.now, it);
          if (!seen[key(now)]) {
            seen[key(now)] = true;
            next.push({ now: now, first: way.first || it.id });
          }
        })
      );
      const there = next.filter((way) => scenario.nodes[way.now.node].ending === 'good')[0];
      if (there) {
        return there.first;
      }
      open = next;
    }
    return scenario.nodes[from.node].best;
  }

  /**
   * The kept part of a conversation, as far as the scenario still has its replies.
   * @param {Scenario} scenario
   * @returns {{steps: Array, lost: number, node: string, heat: number, loyalty: number}}
   *   steps: each reply given and where it was given; lost: how many replies after them the scenario no longer has; then where
   *   the conversation is now
   */
  function walk(state, scenario) {
    const talk = talkOf(state, scenario.id);
    const steps = [];
    let now = { node: scenario.start, heat: scenario.heat, loyalty: scenario.loyalty };
    let replies = talk.said;
    if (talk.from) {
      const node = Object.keys(scenario.nodes).filter((id) => shortDigest(id) === talk.from.slice(0, 3))[0];
      replies = node ? replies : [];
      now = node ? { node: node, heat: parseInt(talk.from[3], 36), loyalty: parseInt(talk.from[4], 36) } : now;
    }
    replies.every((kept) => {
      const reply = scenario.nodes[now.node].replies.filter((it) => shortDigest(it.id) === kept)[0];
      if (reply) {
        steps.push(Object.assign({ reply: reply }, now));
        now = onward(now, reply);
      }
      return reply;
    });
    return Object.assign({ steps: steps, lost: talk.said.length - steps.length }, now);
  }

  /** A reply given where the conversation is. @param {Scenario} scenario @param {string} id the reply's */
  function said(state, scenario, id) {
    const talk = talkOf(state, scenario.id);
    const before = walk(state, scenario);
    const steps = before.steps.map((step) => shortDigest(step.reply.id)).concat(shortDigest(id));
    const first = before.steps[steps.length - REPLIES_KEPT];
    const after = withTalk(state, scenario.id, {
      best: talk.best,
      from: first ? shortDigest(first.node) + first.heat.toString(36) + first.loyalty.toString(36) : talk.from,
      said: steps.slice(-REPLIES_KEPT)
    });
    const ending = ENDINGS.indexOf(scenario.nodes[walk(after, scenario).node].ending);
    const best = ending < 0 ? talk.best : Math.max(ending, talk.best || 0);
    return withTalk(after, scenario.id, set(talkOf(after, scenario.id), 'best', best));
  }

  /** One reply taken back. @param {Scenario} scenario */
  function unsaid(state, scenario) {
    const left = walk(state, scenario).steps.slice(0, -1);
    return withTalk(state, scenario.id, set(talkOf(state, scenario.id), 'said', left.map((step) => shortDigest(step.reply.id))));
  }

  function restarted(state, scenario) {
    return withTalk(state, scenario, { best: talkOf(state, scenario).best, from: '', said: [] });
  }

  /** The best ending ever reached: good, mixed or poor; '' when there was none. */
  function bestEnding(state, scenario) {
    const best = talkOf(state, scenario).best;
    return best === null ? '' : ENDINGS[best];
  }

  /**
   * The course as a whole. With a final, that decides the score, and with the lessons when the course
   * is done. Without, the score is the mean of the quizzes, and the course is done when every lesson
   * has been visited, every quiz finished and every conversation ended once. Of all steps some are taken; progress is the
   * share of those that it takes to be done.
   * @param {Course} course
   */
  function overall(state, course) {
    const best = (quiz) => quizOf(state, quiz.id).best;
    const lessons = course.lessons.filter((id) => hasVisited(state, id)).length;
    const quizzes = course.quizzes.filter((quiz) => best(quiz) !== null).length;
    const talks = course.scenarios.filter((id) => bestEnding(state, id)).length;
    const finals = course.quizzes.filter((quiz) => quiz.final);
    const counted = finals.length ? finals : course.quizzes;
    const sum = counted.reduce((all, quiz) => all + (best(quiz) || 0), 0);
    const score = counted.length ? Math.round(sum / counted.length) : 100;
    const steps = course.lessons.length + course.quizzes.length + course.scenarios.length;
    const taken = lessons + quizzes + talks;
    const needed = finals.length ? course.lessons.length + 1 : steps;
    const had = finals.length ? lessons + (best(finals[0]) === null ? 0 : 1) : taken;
    const done = had === needed;
    return { steps: steps, taken: taken, progress: needed ? had / needed : 1, done: done, score: score, passed: done && score >= course.pass };
  }

  /**
   * How an attempt went by principle: how many of the questions that test it are right.
   * @returns {Array<{principle: string, right: number, asked: number}>}
   */
  function mastery(state, bank, questions) {
    const found = {};
    questions.filter(isScored).forEach((question) => {
      const response = answerTo(state, bank, question);
      question.tests.forEach((principle) => {
        const so = found[principle] || { principle: principle, right: 0, asked: 0 };
        so.asked += 1;
        so.right += response.length && grade(question, response).right ? 1 : 0;
        found[principle] = so;
      });
    });
    return Object.keys(found).map((principle) => found[principle]);
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
   * The questions of an attempt in the order in which they are worth a second look: what a learner was
   * sure of and got wrong, other errors, what was right by a guess, the rest.
   * @param {Question[]} questions
   */
  function ranked(state, bank, questions) {
    const place = (question) => {
      const response = answerTo(state, bank, question);
      const right = !isScored(question) || (response.length && grade(question, response).right);
      const sure = sureOf(state, bank, question);
      return right ? (sure === 'guess' ? 2 : 3) : sure === 'sure' ? 0 : 1;
    };
    return [0, 1, 2, 3].reduce((all, at) => all.concat(questions.filter((question) => place(question) === at)), []);
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
   * version ~ place ~ lessons ~ quiz.attempt.best.seed.answers;… ~ practice
   * ~ scenario.best.from.said;….
   * An attempt that is over ends in !; answers are as parted() has them.
   * What matters least goes first when it would be longer than the limit: the ends of long texts (what they amounted to stays),
   * then practice, then more of the texts, and at last the answers of what is finished.
   * @param {State} state
   * @param {number} limit characters
   */
  function pack(state, limit) {
    const answers = (map, shape) => Object.keys(map).map((key) => key + shape(map[key])).join(',');
    const line = (shape, practice, keep) =>
      [
        VERSION,
        state.at,
        state.lessons.join(''),
        Object.keys(state.quizzes)
          .map((key) => {
            const quiz = state.quizzes[key];
            const attempt = quiz.attempt.toString(36) + (quiz.over ? '!' : '');
            return [key, attempt, quiz.best === null ? '' : quiz.best, quiz.seed, keep(quiz) ? answers(quiz.answers, shape) : ''].join('.');
          })
          .join(';'),
        practice ? answers(state.practice, shape) : '',
        packTalks(state.talks, practice)
      ].join('~');
    const all = () => true;
    const shortest = cutTo(SHORTEST[SHORTEST.length - 1]);
    /** @type {Array<() => string>} */
    const ways = [
      () => line((text) => text, true, all),
      ...SHORT.map((most) => () => line(cutTo(most), true, all)),
      ...SHORTEST.map((most) => () => line(cutTo(most), false, all)),
      () => line(shortest, false, (quiz) => quiz.best === null),
      () => line(shortest, false, () => false)
    ];
    return ways.reduce((text, shorter) => (text !== null && text.length <= limit ? text : shorter()), /** @type {?string} */ (null));
  }

  /** What was said goes before the best endings do. */
  function packTalks(talks, whole) {
    return Object.keys(talks)
      .map((key) => {
        const talk = talks[key];
        return [key, talk.best === null ? '' : talk.best, whole ? talk.from : '', whole ? talk.said.join('') : ''].join('.');
      })
      .join(';');
  }

  function unpackTalks(text) {
    const talks = {};
    text.split(';').forEach((part) => {
      const talk = part.split('.');
      if (talk.length === 4) {
        talks[talk[0]] = { best: talk[1] === '' ? null : Number(talk[1]), from: talk[2], said: pieces(talk[3], 3) };
      }
    });
    return talks;
  }

  function pieces(text, size) {
    return (text.match(new RegExp('.{' + size + '}', 'g')) || []);
  }

  function unpackAnswers(text, version) {
    const map = {};
    text.split(',').forEach((part) => {
      if (part.length > 5) {
        map[part.slice(0, 5)] = version === VERSION ? part.slice(5) : formerly(part.slice(5));
      }
    });
    return map;
  }

  /** An answer of a former version: abc, abc!2, abc!!s, abc!2!s */
  function formerly(text) {
    const parts = text.split('!');
    return (text[0] === "'" ? '' : OLD) + parts[0] + (parts[1] ? '!' + parts[1] : '') + (parts[2] ? ':' + parts[2] : '');
  }

  /** @returns {State} the empty one when the text is not ours */
  function unpack(text) {
    const parts = String(text || '').split('~');
    if (READABLE.indexOf(parts[0]) < 0 || parts.length < 5 || parts.length > 6) {
      return empty();
    }
    const quizzes = {};
    parts[3].split(';').forEach((part) => {
      const quiz = part.split('.');
      if (parts[0] < '3') {
        quiz.splice(3, 0, '');
      }
      if (quiz.length === 5) {
        quizzes[quiz[0]] = {
          attempt: parseInt(quiz[1], 36) || 1,
          over: quiz[1].slice(-1) === '!',
          best: quiz[2] === '' ? null : Number(quiz[2]),
          seed: quiz[3],
          answers: unpackAnswers(quiz[4], parts[0])
        };
      }
    });
    return { at: parts[1], lessons: pieces(parts[2], 5), quizzes: quizzes, practice: unpackAnswers(parts[4], parts[0]), talks: unpackTalks(parts[5] || '') };
  }

  return {
    digest, empty, visited, hasVisited, located, answered, answerTo, sureOf, practised, practiceOf, ticksOf, ticked, quizOf,
    grade, credit, weight, isScored, triesLeft, standing, begun, drawn, finished, again, joined, filled, asked, outdated, overall, mastery, weak, ranked, shuffled, mixed, walk, better, said, unsaid, restarted, bestEnding,
    pack, unpack
  };
})();
