// Courses made by chance, and learners who answer by chance: for tests of what must hold for any.

/** Always the same, and like dice: a number below sides, or one of a list. */
function luck(seed) {
  let at = Math.imul(seed, 0x9e3779b1) >>> 0;
  const roll = (sides) => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return Math.floor((at / 0x100000000) * sides);
  };
  roll.one = (list) => list[roll(list.length)];
  roll.some = (list) => list.filter(() => roll(2));
  return roll;
}

let named = 0;
const fresh = (what) => what + '-' + (Math.imul(++named, 0x9e3779b1) >>> 0).toString(36);
const many = (count, make) => Array.from({ length: count }, (none, at) => make(at));
const copyOf = (it) => JSON.parse(JSON.stringify(it));

/** A question of each type as the page gives it, all of it known by ids. */
const MAKES = {
  choice: (roll) => listed(roll, roll(2) + 1),
  'hot-text': (roll) => listed(roll, roll(3) + 1),
  likert: (roll) => listed(roll, 0),
  'true-false': () => ({ choices: ['true', 'false'], targets: [], right: ['true'], typed: [] }),
  'fill-in': () => ({ choices: [], targets: [], right: [], typed: [['a', 'tea', '0']] }),
  numeric: () => ({ choices: [], targets: [], right: [], typed: [['a', '5', '5']] }),
  'long-answer': () => ({ choices: [], targets: [], right: [], typed: [] }),
  sequencing(roll) {
    const choices = many(3 + roll(4), () => fresh('step'));
    return { choices: choices, targets: [], right: choices.slice(), typed: [] };
  },
  matching(roll) {
    const choices = many(2 + roll(3), () => fresh('box'));
    const targets = many(choices.length + roll(2), () => fresh('card'));
    return { choices: choices, targets: targets, right: choices.map((box, at) => box + '.' + targets[at]), typed: [] };
  },
  sort(roll) {
    const choices = many(3 + roll(4), () => fresh('card'));
    const targets = many(2 + roll(2), () => fresh('box'));
    return { choices: choices, targets: targets, right: choices.map((card) => card + '.' + roll.one(targets)), typed: [] };
  }
};

function listed(roll, right) {
  const choices = many(3 + roll(roll(16) ? 4 : 30), () => fresh('option'));
  return { choices: choices, targets: [], right: choices.slice(0, right), typed: [] };
}

function questionOf(roll, bank) {
  const type = roll.one(Object.keys(MAKES));
  return Object.assign({ key: fresh(bank + '/q'), type: type, wrong: [], principles: {}, tests: ['p' + roll(4)], attempts: 1 + roll(2) }, MAKES[type](roll));
}

function quizMade(roll, questions) {
  const id = fresh('quiz');
  const own = many(2 + roll(5), () => questionOf(roll, id));
  questions.push(...own);
  const quiz = { id: id, pool: own.map((one) => one.key) };
  return roll(2) ? quiz : Object.assign(quiz, { draw: 1 + roll(own.length) });
}

function sceneMade(roll) {
  const ids = many(3 + roll(4), () => fresh('node'));
  const nodes = {};
  ids.forEach((id, at) => {
    const last = at === ids.length - 1;
    nodes[id] = {
      ending: last ? 'good' : '', best: '',
      replies: last ? [] : many(2 + roll(2), () => ({ id: fresh('reply'), right: true, principle: '', heat: roll(5) - 2, loyalty: 0, next: ids[at + 1 + roll(ids.length - at - 1)] }))
    };
  });
  return { id: fresh('talk'), start: ids[0], heat: 5, loyalty: 5, nodes: nodes };
}

function built(roll) {
  const questions = [];
  return {
    course: 'tea', pass: 80, lessons: many(1 + roll(5), () => fresh('lesson')), questions: questions,
    quizzes: many(1 + roll(2), () => quizMade(roll, questions)), scenes: many(roll(3), () => sceneMade(roll))
  };
}

const whole = (build) => Object.assign({}, build, { scenarios: build.scenes.map((scene) => scene.id) });
const questionIn = (build, key) => build.questions.filter((one) => one.key === key)[0];

/** Any response that its screen can give. */
function responseTo(roll, question) {
  switch (question.type) {
    case 'sequencing':
      return core.mixed(question.choices, String(roll(1000)));
    case 'matching': {
      const cards = core.mixed(question.targets, String(roll(1000)));
      return question.choices.map((box, at) => box + '.' + cards[at]);
    }
    case 'sort':
      return question.choices.map((card) => card + '.' + roll.one(question.targets));
    case 'choice':
    case 'hot-text':
      return roll(2) ? [roll.one(question.choices)] : [roll.one(question.choices)].concat(roll.some(question.choices)).filter((one, at, all) => all.indexOf(one) === at);
    case 'likert':
    case 'true-false':
      return [roll.one(question.choices)];
    default:
      return ['5 of ' + roll(50)];
  }
}
