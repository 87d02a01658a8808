/** SCORM 2004, 4th Edition: completion and success are two things, and interactions can be read. */
keepers.scorm2004 = function (id, options, course) {
  const tested = course.quizzes.length > 0;
  /** How many right responses a type may have: RTE 4.2.9.1; ten where it says nothing smaller. */
  const RIGHTS = { 'true-false': 1, likert: 1, numeric: 1, 'fill-in': 5, 'long-fill-in': 5, matching: 5, sequencing: 5 };
  let passedBefore = false;
  /** @type {{write: function}} */
  let objectives = { write: () => true };

  function begin(line) {
    const status = line.get('cmi.completion_status');
    if (status === '' || status === 'false') {
      return null;
    }
    const mode = line.get('cmi.mode');
    const success = line.get('cmi.success_status');
    passedBefore = success === 'passed';
    if (mode !== 'browse' && mode !== 'review') {
      if (status !== 'completed') {
        line.set('cmi.completion_status', 'incomplete');
      }
      // RTE 4.2.8: what ends normally is not handed over again, so a finished attempt, too, is only suspended. Without that
      // its review is blank, and the next launch begins it anew.
      line.set('cmi.exit', 'suspend');
    }
    objectives = scormObjectives(line);
    const raw = line.get('cmi.score.raw');
    const scaled = line.get('cmi.score.scaled');
    return {
      learner: line.get('cmi.learner_id'),
      mode: scormMode(mode),
      state: line.get('cmi.suspend_data'),
      result: {
        status: success === 'passed' || success === 'failed' ? success : status === 'completed' ? status : '',
        score: raw || (scaled && String(100 * Number(scaled)))
      }
    };
  }

  /** Whether the platform has it already: interactions can be read here. */
  function has(line, answer) {
    const at = 'cmi.interactions.' + answer.index + '.';
    const given = responses.given(answer);
    return line.get(at + 'id') === scormInteractionId(answer) && [given, plainestText(given)].indexOf(line.get(at + 'learner_response')) >= 0;
  }

  function taken(line, answer) {
    const at = 'cmi.interactions.' + answer.index + '.';
    return line.get(at + 'learner_response') !== '' && !has(line, answer);
  }

  /** Type, then responses: some answer 408 to any other order. */
  function said(at, type, rights, given) {
    return [[at + 'type', type]].concat(rights.map((right, i) => [at + 'correct_responses.' + i + '.pattern', right]), [[at + 'learner_response', given]]);
  }

  function put(line, at, answer) {
    const type = responses.type(answer);
    // Some take no zone.
    const when = responses.timestamp(answer.at);
    const prompt = plainText(answer.prompt || '', 250);
    const right = answer.correct.slice(0, RIGHTS[type] || 10).map((one) => responses.correct(answer, one));
    const given = responses.given(answer);
    const told = line.all(said(at, type, right, given)) || line.all(said(at, 'other', right.slice(0, 1).map(plainestText), plainestText(given)));
    const all = line.all(
      answer.principles.slice(0, 10).map((principle, i) => [at + 'objectives.' + i + '.id', scormId(principle)]).concat([
        [at + 'timestamp', when, when.replace('Z', '')],
        [at + 'weighting', answer.weight],
        [at + 'result', !answer.scored ? 'neutral' : answer.right ? 'correct' : answer.score ? answer.score.toFixed(2) : 'incorrect'],
        [at + 'latency', responses.duration(answer.seconds)]
      ], prompt ? [[at + 'description', prompt, plainestText(prompt)]] : [])
    );
    return all && told;
  }

  function score(at, percent) {
    return [[at + 'score.min', 0], [at + 'score.max', 100], [at + 'score.raw', percent], [at + 'score.scaled', percent / 100]];
  }

  function save(line, parcel, seconds) {
    const result = parcel.course;
    const all = line.all([
      ['cmi.location', plainText(parcel.place, 1000)],
      ['cmi.session_time', responses.duration(seconds)],
      ['cmi.progress_measure', Math.round(100 * (result.progress || 0)) / 100]
    ]);
    const known = objectives.write(parcel.objectives, (at, one) => score(at, one.score).concat([
      [at + 'success_status', one.passed ? 'passed' : 'failed'],
      [at + 'completion_status', 'completed'],
      [at + 'description', plainText(one.says, 250), plainestText(plainText(one.says, 250))]
    ]));
    // Whoever has passed and starts afresh cannot lose it.
    const judged = result.done && (result.passed || !passedBefore);
    // What asks nothing is passed all the same: a course is not, while one of its units is unknown.
    const verdict = (tested ? score('cmi.', result.score) : []).concat([
      ['cmi.success_status', result.passed ? 'passed' : 'failed'],
      ['cmi.completion_status', 'completed']
    ]);
    return line.all(judged ? verdict : []) && all && known;
  }

  return scormKeeper(id, options, {
    api: 'API_1484_11', prefix: '', finish: 'Terminate', limit: 60000, changes: false, once: /^cmi\.objectives\.\d+\.id$/, total: 'cmi.total_time',
    begin: begin, has: has, taken: taken, put: put, save: save
  });
};
