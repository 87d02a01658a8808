/** SCORM 2004, 4th Edition: completion and success are two things, and interactions can be read. */
keepers.scorm2004 = function (id, options, course) {
  const tested = course.quizzes.length > 0;
  /** How many right responses a type may have: RTE 4.2.9.1; ten where it says nothing smaller. */
  const RIGHTS = { 'true-false': 1, likert: 1, numeric: 1, 'fill-in': 5, 'long-fill-in': 5, matching: 5, sequencing: 5 };
  let passedBefore = false;
  /** @type {{write: function}} */
  let objectives = { write: () => {} };

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
  function has(line, index, answer) {
    const at = 'cmi.interactions.' + index + '.';
    return line.get(at + 'id') === scormInteractionId(answer) && line.get(at + 'learner_response') === responses.given(answer);
  }

  /** Id, then type, then responses: some answer 408 to any other order. */
  function put(line, index, answer) {
    const at = 'cmi.interactions.' + index + '.';
    if (!line.set(at + 'id', scormInteractionId(answer))) {
      return false;
    }
    line.set(at + 'type', responses.type(answer));
    answer.principles.slice(0, 10).forEach((principle, i) => line.set(at + 'objectives.' + i + '.id', scormId(principle)));
    // Some take no zone.
    const when = responses.timestamp(answer.at);
    if (!line.set(at + 'timestamp', when)) {
      line.set(at + 'timestamp', when.replace('Z', ''));
    }
    answer.correct.slice(0, RIGHTS[responses.type(answer)] || 10).forEach((right, i) => line.set(at + 'correct_responses.' + i + '.pattern', responses.correct(answer, right)));
    line.set(at + 'weighting', answer.weight);
    line.set(at + 'learner_response', responses.given(answer));
    line.set(at + 'result', !answer.scored ? 'neutral' : answer.right ? 'correct' : answer.score ? answer.score.toFixed(2) : 'incorrect');
    line.set(at + 'latency', responses.duration(answer.seconds));
    if (answer.prompt) {
      line.set(at + 'description', answer.prompt.slice(0, 250));
    }
    return true;
  }

  function score(line, at, percent) {
    line.set(at + 'score.min', 0);
    line.set(at + 'score.max', 100);
    line.set(at + 'score.raw', percent);
    line.set(at + 'score.scaled', percent / 100);
  }

  function save(line, parcel, seconds) {
    const result = parcel.course;
    line.set('cmi.location', parcel.place.slice(0, 1000));
    line.set('cmi.session_time', responses.duration(seconds));
    line.set('cmi.progress_measure', Math.round((100 * result.taken) / Math.max(1, result.steps)) / 100);
    objectives.write(parcel.objectives, (at, one) => {
      score(line, at, one.score);
      line.set(at + 'success_status', one.passed ? 'passed' : 'failed');
      line.set(at + 'completion_status', 'completed');
      line.set(at + 'description', one.says.slice(0, 250));
    });
    // Whoever has passed and starts afresh cannot lose it.
    if (result.done && (result.passed || !passedBefore)) {
      if (tested) {
        score(line, 'cmi.', result.score);
      }
      // What asks nothing is passed all the same: a course is not, while one of its units is unknown.
      line.set('cmi.success_status', result.passed ? 'passed' : 'failed');
      line.set('cmi.completion_status', 'completed');
    }
  }

  return scormKeeper(id, options, {
    api: 'API_1484_11', prefix: '', finish: 'Terminate', limit: 60000, begin: begin, has: has, put: put, save: save
  });
};
