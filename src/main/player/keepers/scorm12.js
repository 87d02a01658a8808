/** SCORM 1.2. Interactions are write-only: what one is about must be in its id. */
keepers.scorm12 = function (id, options, course) {
  const tested = course.quizzes.length > 0;
  let passedBefore = false;
  /** @type {{write: function}} */
  let objectives = { write: () => {} };

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
        return response[0].replace(/\s+/g, ' ').slice(0, 255);
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
    }
    objectives = scormObjectives(line);
    return {
      learner: line.get('cmi.core.student_id'),
      mode: scormMode(mode),
      state: line.get('cmi.suspend_data'),
      result: { status: settled ? status : '', score: line.get('cmi.core.score.raw') }
    };
  }

  /** Interactions cannot be read: what is there may be another device's. */
  function has(line, index, answer) {
    return !answer.contested;
  }

  function put(line, index, answer) {
    const at = 'cmi.interactions.' + index + '.';
    const given = new Date(answer.at);
    if (!line.set(at + 'id', scormInteractionId(answer))) {
      return false;
    }
    answer.principles.forEach((principle, i) => line.set(at + 'objectives.' + i + '.id', scormId(principle)));
    line.set(at + 'time', two(given.getHours()) + ':' + two(given.getMinutes()) + ':' + two(given.getSeconds()));
    line.set(at + 'type', answer.type);
    rights(answer).forEach((right, i) => line.set(at + 'correct_responses.' + i + '.pattern', pattern(answer, right)));
    line.set(at + 'student_response', pattern(answer, answer.given));
    line.set(at + 'result', !answer.scored ? 'neutral' : answer.right ? 'correct' : answer.score ? answer.score.toFixed(2) : 'wrong');
    line.set(at + 'weighting', answer.weight);
    line.set(at + 'latency', timespan(answer.seconds));
    return true;
  }

  function save(line, parcel, seconds) {
    line.set('cmi.core.lesson_location', parcel.place.slice(0, 255));
    line.set('cmi.core.session_time', timespan(seconds));
    objectives.write(parcel.objectives, (at, one) => {
      line.set(at + 'score.min', 0);
      line.set(at + 'score.max', 100);
      line.set(at + 'score.raw', one.score);
      line.set(at + 'status', one.passed ? 'passed' : 'failed');
    });
    const result = parcel.course;
    // Whoever has passed and starts afresh cannot lose it.
    if (result.done && !tested) {
      line.set('cmi.core.lesson_status', 'completed');
      line.set('cmi.core.exit', '');
    } else if (result.done && (result.passed || !passedBefore)) {
      // A score before the end, beside a mastery score, makes some LMSs decide "failed".
      line.set('cmi.core.score.min', 0);
      line.set('cmi.core.score.max', 100);
      line.set('cmi.core.score.raw', result.score);
      line.set('cmi.core.lesson_status', result.passed ? 'passed' : 'failed');
      line.set('cmi.core.exit', '');
    }
  }

  return scormKeeper(id, options, {
    api: 'API', prefix: 'LMS', finish: 'Finish', limit: 4000, begin: begin, has: has, put: put, save: save
  });
};
