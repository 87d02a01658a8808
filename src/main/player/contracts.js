/**
 * The two seams of the player.
 *
 * A question type grades a response and shows itself. A response is a list of texts: the ids of what
 * was picked, all ids in their order, pairs "choice.target", or the one text that was typed.
 *
 * @typedef {{right: boolean, partly: boolean, score: number, given: string[], missed: string[],
 *   held?: string[], close?: boolean}} Grade
 *   score: the share that is right, 0 to 1; given: the answers that the response amounts to;
 *   missed: right ones it lacks; held: right ones to show after those; close: but for its spelling
 * @typedef {{read: (() => string[]), show: ((response: string[], grade: Grade) => void),
 *   reset: ((seed: string) => void), first: (() => Element), pick?: ((at: number) => void), again?: (() => void)}} AnswerScreen
 *   read: the response, empty while there is none; show: one that is graded, and locked;
 *   reset: empty and unlocked, what has an order in one made from the seed; first: where to begin;
 *   pick: chooses the one at this place, from 0, as its digit asks for it; again: after a reset, what may be worked on further
 * @typedef {{draft: (() => string), keep: ((text: string) => void), ticked: (() => string[]), tick: ((ids: string[]) => void)}} Beside
 *   of a question: what is being written, until it is checked; then the ticked lines of its checklist
 * @typedef {{interaction?: string, keeps?: string, scored?: boolean, brief?: boolean,
 *   reads?: ((text: string, unit?: string) => string), words?: Object<string, string>, correct?: ((question: Question) => Array<string[]>),
 *   grade: ((question: Question, response: string[]) => Grade),
 *   screen: ((form: HTMLFormElement, question: Question, words: Object<string, string>, beside: Beside) => AnswerScreen)}} QuestionType
 *   interaction: SCORM's type; keeps: ids, order, pairs or text; scored: false where nothing is right
 *   or wrong: these three are what the type says of itself in Java (QuestionTraits), and come with its
 *   module (PlayerScript); brief: judges each part in a word; reads: what is kept of a text, '' when it is none;
 *   words: keys of the words it says instead of the usual ones; correct: all right responses, where
 *   there is not just one
 *
 * A record keeper keeps what a learner does in one kind of place, and alone knows its standard.
 * @typedef {{bank: string, question: string, principles: string[], type: string, choices: string[],
 *   targets: string[], given: string[], correct: Array<string[]>, scored: boolean, right: boolean,
 *   score: number, weight: number, seconds: number, practice: boolean, prompt: string}} Answer
 *   score: the share it earns, 0 to 1, of its weight, which is 0 for practice and what is not scored;
 *   principles: those it tests, the first of which names it; prompt: the question, as it is read
 * @typedef {{status: string, score: string}} Result
 *   status: passed, failed, completed, or '' where the platform does not say; score: percent, or ''
 * @typedef {{mode: string, result: Result, unproved: string}} Launch
 *   mode: normal; review of a finished attempt or browse, in which nothing is recorded; result: what the
 *   platform says of the attempt; unproved: the state of what this device keeps for a launch that
 *   counts, '' when the platform has all
 * @typedef {{
 *   open: ((ready: ((text: string) => void)) => void),
 *   read: (() => string),
 *   answer: ((answer: Answer) => void),
 *   save: ((text: string, place?: string, standing?: {done: boolean, passed: boolean, score: number}, objectives?: Objective[]) => void),
 *   close: ((then?: (() => void)) => void),
 *   health: (() => string),
 *   watch?: ((then: (() => void)) => void),
 *   retry?: (() => void),
 *   launch?: (() => Launch),
 *   leaves?: boolean,
 *   left?: (() => string),
 *   limit: number
 * }} Keeper
 *   open: hands over what was saved, at once or when the place answers
 *   read: what is saved now, which another tab may have changed
 *   save: the state, where the learner is, how the course stands, and how each principle
 *   close: the learner goes; calls back when that has been said
 *   health: '' when all is well, or the key of the words that tell the learner
 *   watch: is told whom to tell when health has changed by itself
 *   retry: tries again at once what was not taken, and tells whom to tell
 *   launch: how a platform has launched it; not before it has answered
 *   leaves: whether the learner has to say that they leave
 *   left: where a lesson was left before there was a player to keep it; told once
 */
/** What the player says. A page brings along what it may need at once. @type {Object<string, string>} */
const spoken = {};
/** @type {Object<string, QuestionType>} */
const types = {};
/** @type {Object<string, ((name: string, options?: any, course?: Course) => Keeper)>} by name; given the course's id, options for tests, the course */
const keepers = {};
