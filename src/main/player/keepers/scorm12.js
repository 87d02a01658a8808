/** SCORM 1.2. Interactions are write-only: what one is about must be in its id. */
keepers.scorm12 = function (id, options, course) {
  const tested = course.quizzes.length > 0;
  let passedBefore = false;
  /** @type {{write: function}} */
  let objectives = { write: () => true };

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /** HHHH:MM:SS, as CMITimespan wants it. */
  function timespan(seconds) {
    const whole = Math.min(Math.max(0, Math.round(seconds)), 9999 * 3600);
    return ('000' + Math.floor(whole / 3600)).slice(-4) + ':' + two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
  }

  /** CMIFeedback, at most 255 characters. Choices are single characters, by their place. */
  function pattern(answer, response) {
    const letter = (ids, id) => 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(ids.indexOf(id));
    switch (answer.type) {
      case 'true-false':
        return response[0].charAt(0);
      case 'fill-in':
      case 'numeric':
        return plainText(response[0], 255);
      case 'matching':
        return response
          .map((pair) => pair.split('.'))
          .map((pair) => letter(answer.choices, pair[0]) + '.' + letter(answer.targets, pair[1]))
          .sort()
          .join(',');
      case 'choice':
        return response.map((id) => letter(answer.choices, id)).sort().join(',');
      default:
        return response.map((id) => letter(answer.choices, id)).join(',');
    }
  }

  /** CMIDecimal knows no ranges: one has no pattern. */
  function rights(answer) {
    return answer.type === 'numeric' ? answer.correct.filter((right) => right[0] === right[1]) : answer.correct;
  }

  function begin(line) {
    const status = line.get('cmi.core.lesson_status');
    if (status === '' || status === 'false') {
      return null;
    }
    const mode = line.get('cmi.core.lesson_mode');
    passedBefore = status === 'passed' || status === 'completed';
    const settled = passedBefore || status === 'failed';
    if (mode !== 'browse' && mode !== 'review') {
      if (!settled) {
        line.set('cmi.core.lesson_status', 'incomplete');
      }
      // Set before it is needed: a killed tab says nothing more.
      line.set('cmi.core.exit', settled ? '' : 'suspend');
    } else if (mode === 'browse' && status === 'not attempted') {
      // Left as it is, some platforms make "completed" of it.
      line.set('cmi.core.lesson_status', 'browsed');
    }
    objectives = scormObjectives(line);
    return {
      learner: line.get('cmi.core.student_id'),
      mode: scormMode(mode),
      state: line.get('cmi.suspend_data'),
      result: { status: settled ? status : '', score: line.get('cmi.core.score.raw') }
    };
  }

  /** Type, right responses and the learner's. */
  function said(at, type, rights, given) {
    return [[at + 'type', type]].concat(rights.map((right, i) => [at + 'correct_responses.' + i + '.pattern', right]), [[at + 'student_response', given]]);
  }

  function put(line, at, answer) {
    const time = new Date(answer.at);
    const right = rights(answer).map((one) => pattern(answer, one));
    const given = pattern(answer, answer.given);
    const told = line.all(said(at, answer.type, right, given)) || line.all(said(at, 'fill-in', right.map(plainestText), plainestText(given)));
    const all = line.all(
      answer.principles.map((principle, i) => [at + 'objectives.' + i + '.id', scormId(principle)]).concat([
        [at + 'time', two(time.getHours()) + ':' + two(time.getMinutes()) + ':' + two(time.getSeconds())],
        [at + 'result', !answer.scored ? 'neutral' : answer.right ? 'correct' : answer.score ? answer.score.toFixed(2) : 'wrong'],
        [at + 'weighting', answer.weight],
        [at + 'latency', timespan(answer.seconds)]
      ])
    );
    return all && told;
  }

  function save(line, parcel, seconds) {
    const result = parcel.course;
    const all = line.all([
      ['cmi.core.lesson_location', plainText(parcel.place, 255)],
      ['cmi.core.session_time', timespan(seconds)]
    ]);
    const known = objectives.write(parcel.objectives, (at, one) => [
      [at + 'score.min', 0],
      [at + 'score.max', 100],
      [at + 'score.raw', one.score],
      [at + 'status', one.passed ? 'passed' : 'failed']
    ]);
    // Whoever has passed and starts afresh cannot lose it.
    const judged = result.done && tested && (result.passed || !passedBefore);
    // A score before the end, beside a mastery score, makes some LMSs decide "failed".
    const verdict = judged ? [['cmi.core.score.min', 0], ['cmi.core.score.max', 100], ['cmi.core.score.raw', result.score]] : [];
    const status = judged ? (result.passed ? 'passed' : 'failed') : result.done && !tested ? 'completed' : '';
    return line.all(verdict.concat(status ? [['cmi.core.lesson_status', status], ['cmi.core.exit', '']] : [])) && all && known;
  }

  return scormKeeper(id, options, {
    // Interactions are write-only: what is at a place only the one who wrote there knows.
    api: 'API', prefix: 'LMS', finish: 'Finish', limit: 4000, changes: true, once: /^$/, total: 'cmi.core.total_time', begin: begin, taken: () => false, put: put, save: save
  });
};
