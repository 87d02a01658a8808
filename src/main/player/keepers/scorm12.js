/** Keeps everything in a SCORM 1.2 LMS, with a copy in the browser in case it is not heard. */
keepers.scorm12 = function (course, options) {
  const setup = Object.assign({ from: window, wait: 250, tries: 8, now: () => new Date() }, options);
  const started = setup.now();
  let api = null;
  let copy = keepers.browser(course + '.lms');
  let trouble = '';
  let recording = false;
  let passedBefore = false;
  let count = 0;
  const practiceAt = {};

  /** Parents first, then the opener and its parents. A parent of another origin throws. */
  function search(start) {
    let frame = start;
    for (let depth = 0; frame && depth < 20; depth++) {
      try {
        if (frame.API) {
          return frame.API;
        }
      } catch (otherOrigin) {
        // Its own parent may be ours again.
      }
      let parent = null;
      try {
        parent = frame.parent;
      } catch (otherOrigin) {
        return null;
      }
      if (parent === frame) {
        return null;
      }
      frame = parent;
    }
    return null;
  }

  function find() {
    let opener = null;
    try {
      opener = setup.from.opener || setup.from.top.opener;
    } catch (otherOrigin) {
      opener = setup.from.opener;
    }
    return search(setup.from) || (opener && search(opener));
  }

  function call(name, ...values) {
    try {
      // Some answer true, some "true", some numbers.
      return String(api[name](...values.map(String)));
    } catch (gone) {
      return 'false';
    }
  }

  const get = (element) => call('LMSGetValue', element);
  const set = (element, value) => call('LMSSetValue', element, value) === 'true';

  function two(number) {
    return (number < 10 ? '0' : '') + number;
  }

  /** HHHH:MM:SS, as CMITimespan wants it. */
  function timespan(seconds) {
    const whole = Math.min(Math.max(0, Math.round(seconds)), 9999 * 3600);
    return ('000' + Math.floor(whole / 3600)).slice(-4) + ':' + two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
  }

  /** CMIIdentifier: no blanks, at most 255 characters. */
  function identifier(text) {
    return text.replace(/-/g, '_').slice(0, 255);
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

  function open(ready) {
    let tries = 0;
    (function look() {
      api = find();
      if (!api && ++tries < setup.tries) {
        // Some LMSs put the API into the page after the content.
        setTimeout(look, setup.wait);
        return;
      }
      ready(begin());
    })();
  }

  function begin() {
    if (!api || call('LMSInitialize', '') !== 'true') {
      api = null;
      trouble = 'no-lms';
      return copy.read();
    }
    const mode = get('cmi.core.lesson_mode');
    recording = mode !== 'browse' && mode !== 'review';
    // Computers are shared: a copy belongs to one learner.
    copy = keepers.browser(course + '.lms.' + get('cmi.core.student_id'));
    count = Number(get('cmi.interactions._count')) || 0;
    const status = get('cmi.core.lesson_status');
    passedBefore = status === 'passed' || status === 'completed';
    const settled = passedBefore || status === 'failed';
    if (recording) {
      if (!settled) {
        set('cmi.core.lesson_status', 'incomplete');
      }
      // Set before it is needed: a killed tab says nothing more.
      set('cmi.core.exit', settled ? '' : 'suspend');
    }
    const unsent = copy.read();
    return unsent.charAt(0) === '!' ? unsent.slice(1) : get('cmi.suspend_data');
  }

  /** Interactions are write-only: what one is about must be in its id. */
  function answer(given) {
    if (!recording) {
      return;
    }
    const id = identifier([given.bank, given.question].concat(given.principles.slice(0, 1)).join('_'));
    const again = given.practice && practiceAt[id] !== undefined;
    const at = 'cmi.interactions.' + (again ? practiceAt[id] : count) + '.';
    if (!again) {
      if (given.practice) {
        practiceAt[id] = count;
      }
      count++;
    }
    const now = setup.now();
    set(at + 'id', id);
    given.principles.forEach((principle, i) => set(at + 'objectives.' + i + '.id', identifier(principle)));
    set(at + 'time', two(now.getHours()) + ':' + two(now.getMinutes()) + ':' + two(now.getSeconds()));
    set(at + 'type', given.type);
    given.correct.forEach((right, i) => set(at + 'correct_responses.' + i + '.pattern', pattern(given, right)));
    set(at + 'student_response', pattern(given, given.given));
    set(at + 'result', !given.scored ? 'neutral' : given.right ? 'correct' : 'wrong');
    set(at + 'weighting', given.practice || !given.scored ? '0' : '1');
    set(at + 'latency', timespan(given.seconds));
  }

  function save(text, place, course) {
    if (!recording) {
      if (!api) {
        copy.save(text);
      }
      return;
    }
    set('cmi.suspend_data', text);
    set('cmi.core.lesson_location', place.slice(0, 255));
    set('cmi.core.session_time', timespan((setup.now() - started) / 1000));
    // Whoever has passed and starts afresh cannot lose it.
    if (course.done && (course.passed || !passedBefore)) {
      // A score before the end, beside a mastery score, makes some LMSs decide "failed".
      set('cmi.core.score.min', 0);
      set('cmi.core.score.max', 100);
      set('cmi.core.score.raw', course.score);
      set('cmi.core.lesson_status', course.passed ? 'passed' : 'failed');
      set('cmi.core.exit', '');
    }
    // Some answer true although nothing arrived: read back.
    const heard = call('LMSCommit', '') === 'true' && get('cmi.suspend_data') === text;
    trouble = heard ? '' : 'lms-failed';
    copy.save((heard ? '' : '!') + text);
  }

  function close() {
    if (api) {
      // Everything has been sent with the last answer: browsers block requests of a page that goes.
      call('LMSFinish', '');
      api = null;
      recording = false;
      trouble = 'ended';
    }
  }

  return { open: open, read: () => '', answer: answer, save: save, close: close, health: () => trouble, limit: 4000 };
};
