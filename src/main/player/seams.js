/**
 * The two seams of the player.
 *
 * A question type grades: which answers were right, and which right ones are missing.
 * @typedef {{interaction: string, grade: function(Question, string[]): {right: boolean, partly: boolean, missed: string[]}}} QuestionType
 *
 * A record keeper keeps what a learner does in one kind of place, and alone knows its standard.
 * @typedef {{bank: string, question: string, principle: string, type: string, choices: string[],
 *   given: string[], correct: string[], right: boolean, seconds: number, practice: boolean}} Answer
 * @typedef {{
 *   open: function(function(string): void): void,
 *   read: function(): string,
 *   answer: function(Answer): void,
 *   save: function(string, string, {done: boolean, passed: boolean, score: number}): void,
 *   close: function(): void,
 *   health: function(): string,
 *   limit: number
 * }} Keeper
 *   open: hands over what was saved, at once or when the place answers
 *   read: what is saved now, which another tab may have changed
 *   save: the state, where the learner is, and how the course stands
 *   health: '' when all is well, or the key of the words that tell the learner
 */
/** @type {Object<string, QuestionType>} */
const types = {};
/** @type {Object<string, function(string): Keeper>} by name; each given the course's id */
const keepers = {};
