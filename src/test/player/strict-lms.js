/**
 * An LMS of our own, strict where the standards are and wilful where real ones are known to be.
 * A profile is a set of habits; what is committed goes to the server, as it does in life.
 *
 * Every call that breaks SCORM is a complaint.
 */
window.strictLms = function (standard, habits, stored) {
  const is12 = standard === 'scorm12';
  const has = (habit) => habits.indexOf(habit) >= 0;
  const complaints = [];
  const data = Object.assign({}, stored);
  let state = 'before';
  let error = '0';
  let commits = 0;
  let leaving = false;

  const ID = /^[A-Za-z0-9_./:-]{1,255}$/;
  const int = (from, to) => (value) => /^-?\d+(\.\d+)?$/.test(value) && Number(value) >= from && Number(value) <= to;
  const upTo = (length) => (value) => value.length <= length;
  const one = (...words) => (value) => words.indexOf(value) >= 0;
  const like = (pattern) => (value) => pattern.test(value);
  const TYPES = one('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric');
  const SPAN_12 = like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
  const SPAN = like(/^P(?=.)(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
  const STAMP = (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d(\d)?)?Z?$/.test(value) && !/:\d\dZ$/.test(value) && !(has('no-zone') && /Z$/.test(value));

  /** What may be set, and with what. Order matters: the first that fits decides. */
  const SETS = is12
    ? [
        [/^cmi\.core\.lesson_status$/, one('passed', 'completed', 'failed', 'incomplete', 'browsed')],
        [/^cmi\.core\.exit$/, one('time-out', 'suspend', 'logout', '')],
        [/^cmi\.core\.session_time$/, SPAN_12],
        [/^cmi\.core\.lesson_location$/, upTo(255)],
        [/^cmi\.core\.score\.(raw|min|max)$/, int(0, 100)],
        [/^cmi\.suspend_data$/, has('cuts') ? () => true : upTo(4096)],
        [/^cmi\.objectives\.\d+\.id$/, like(ID)],
        [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, int(0, 100)],
        [/^cmi\.objectives\.\d+\.status$/, one('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted')],
        [/^cmi\.interactions\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.time$/, like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/)],
        [/^cmi\.interactions\.\d+\.type$/, TYPES],
        [/^cmi\.interactions\.\d+\.(correct_responses\.\d+\.pattern|student_response)$/, upTo(255)],
        [/^cmi\.interactions\.\d+\.result$/, (value) => one('correct', 'wrong', 'unanticipated', 'neutral')(value) || int(-1e9, 1e9)(value)],
        [/^cmi\.interactions\.\d+\.weighting$/, int(-1e9, 1e9)],
        [/^cmi\.interactions\.\d+\.latency$/, SPAN_12]
      ]
    : [
        [/^cmi\.completion_status$/, one('completed', 'incomplete', 'not attempted', 'unknown')],
        [/^cmi\.success_status$/, one('passed', 'failed', 'unknown')],
        [/^cmi\.exit$/, one('time-out', 'suspend', 'logout', 'normal', '')],
        [/^cmi\.session_time$/, SPAN],
        [/^cmi\.location$/, upTo(1000)],
        [/^cmi\.progress_measure$/, int(0, 1)],
        [/^cmi(\.objectives\.\d+)?\.score\.scaled$/, int(-1, 1)],
        [/^cmi(\.objectives\.\d+)?\.score\.(raw|min|max)$/, int(-1e9, 1e9)],
        [/^cmi\.suspend_data$/, upTo(64000)],
        [/^cmi\.objectives\.\d+\.id$/, like(ID)],
        [/^cmi\.objectives\.\d+\.(success_status)$/, one('passed', 'failed', 'unknown')],
        [/^cmi\.objectives\.\d+\.(completion_status)$/, one('completed', 'incomplete', 'not attempted', 'unknown')],
        [/^cmi\.(objectives|interactions)\.\d+\.description$/, (value) => value.length <= 250 && !/\n/.test(value)],
        [/^cmi\.interactions\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.timestamp$/, STAMP],
        [/^cmi\.interactions\.\d+\.type$/, (value) => TYPES(value) || value === 'long-fill-in' || value === 'other'],
        [/^cmi\.interactions\.\d+\.result$/, (value) => one('correct', 'incorrect', 'unanticipated', 'neutral')(value) || int(-1e9, 1e9)(value)],
        [/^cmi\.interactions\.\d+\.weighting$/, int(-1e9, 1e9)],
        [/^cmi\.interactions\.\d+\.latency$/, SPAN],
        [/^cmi\.interactions\.\d+\.(correct_responses\.\d+\.pattern|learner_response)$/, upTo(4000)]
      ];

  function complain(what) {
    complaints.push(what);
    return 'false';
  }

  /** The highest number used after a prefix, and one. */
  function count(prefix) {
    const used = Object.keys(data).filter((key) => key.indexOf(prefix) === 0).map((key) => parseInt(key.slice(prefix.length), 10));
    return used.length ? Math.max(...used) + 1 : 0;
  }

  /** Responses by the letter of each type, once the type is known. */
  function responseFits(name, value) {
    const at = name.replace(/\.(correct_responses\.\d+\.pattern|student_response|learner_response)$/, '');
    const type = data[at + '.type'];
    if (!type) {
      error = '408';
      return false;
    }
    const range = /pattern$/.test(name);
    const forms = is12
      ? { 'true-false': /^[tf01]$/, choice: /^[a-z0-9](,[a-z0-9])*$/, sequencing: /^[a-z0-9](,[a-z0-9])*$/, matching: /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/, likert: /^[a-z0-9]?$/ }
      : {
          'true-false': /^(true|false)$/,
          choice: /^[a-z0-9_]+(\[,\][a-z0-9_]+)*$/,
          sequencing: /^[a-z0-9_]+(\[,\][a-z0-9_]+)*$/,
          matching: /^[a-z0-9_]+\[\.\][a-z0-9_]+(\[,\][a-z0-9_]+\[\.\][a-z0-9_]+)*$/,
          likert: /^[a-z0-9_]+$/,
          numeric: range ? /^-?[\d.]*\[:\]-?[\d.]*$/ : /^-?\d+(\.\d+)?$/
        };
    return !forms[type] || forms[type].test(value);
  }

  function persist() {
    commits++;
    if (has('expires') && commits > 3) {
      error = is12 ? '301' : '391';
      return 'false';
    }
    if (has('login-page') && commits > 3) {
      return 'true';
    }
    if (leaving && has('nothing-at-unload')) {
      return 'false';
    }
    const request = new XMLHttpRequest();
    const kept = Object.assign({}, data);
    if (has('forgets-state') || (has('forgets-at-exit') && state === 'ending')) {
      delete kept['cmi.suspend_data'];
      delete kept[is12 ? 'cmi.core.lesson_location' : 'cmi.location'];
    }
    try {
      request.open('PUT', has('times-out') && commits > 3 ? '/slow' : '/store', false);
      request.send(JSON.stringify(kept));
      error = request.status === 200 ? '0' : '101';
      return request.status === 200 ? 'true' : 'false';
    } catch (noNetwork) {
      return has('always-true') ? 'true' : 'false';
    }
  }

  const api = {
    Initialize(parameter) {
      if (parameter !== '' || state !== 'before') {
        return complain('Initialize in state ' + state);
      }
      if (has('refuses')) {
        return 'false';
      }
      state = 'running';
      return 'true';
    },
    GetValue(name) {
      error = '0';
      if (typeof name !== 'string' || state !== 'running') {
        error = '301';
        return '';
      }
      if (is12 && /^cmi\.interactions\.\d/.test(name) || /\.(exit|session_time)$/.test(name)) {
        complain('reads ' + name);
        return '';
      }
      const count_ = /^(cmi\.(?:objectives|interactions))\._count$/.exec(name);
      const value = count_
        ? count(count_[1] + '.')
        : name in data
          ? data[name]
          : {
              'cmi.core.lesson_status': 'not attempted', 'cmi.core.lesson_mode': 'normal', 'cmi.core.student_id': 'learner-7',
              'cmi.completion_status': 'unknown', 'cmi.success_status': 'unknown', 'cmi.mode': 'normal', 'cmi.learner_id': 'learner-7'
            }[name] || '';
      return has('numbers') && /^\d+$/.test(String(value)) ? Number(value) : String(value);
    },
    SetValue(name, value) {
      error = '0';
      if (state !== 'running') {
        error = '301';
        return 'false';
      }
      if (has('expires') && commits > 3) {
        error = '301';
        return 'false';
      }
      if (typeof name !== 'string' || typeof value !== 'string') {
        return complain('no string: ' + name);
      }
      const rule = SETS.filter((entry) => entry[0].test(name))[0];
      if (!rule) {
        return complain('no such element: ' + name);
      }
      if (!rule[1](value)) {
        error = is12 ? '405' : '406';
        return has('no-zone') && /timestamp$/.test(name) ? 'false' : complain(name + ' = ' + value);
      }
      const entry = /^(cmi\.(?:objectives|interactions))\.(\d+)\.(.*)$/.exec(name);
      if (entry) {
        const places = count(entry[1] + '.');
        if (Number(entry[2]) > places || (Number(entry[2]) === places && entry[3] !== 'id')) {
          error = '408';
          return complain('out of order: ' + name);
        }
      }
      if (/(pattern|student_response|learner_response)$/.test(name) && !responseFits(name, value)) {
        return complain(name + ' = ' + value);
      }
      if (/interactions\.\d+\.objectives\.(\d+)\.id$/.test(name)) {
        const before = name.replace(/\d+\.id$/, '');
        if (Number(name.slice(before.length, -3)) > count(before)) {
          return complain('out of order: ' + name);
        }
      }
      data[name] = has('cuts') && name === 'cmi.suspend_data' ? value.slice(0, 4096) : value;
      return 'true';
    },
    Commit(parameter) {
      if (parameter !== '' || state !== 'running') {
        return complain('Commit in state ' + state);
      }
      return persist();
    },
    finish(parameter) {
      if (parameter !== '' || state !== 'running') {
        return complain('finish in state ' + state);
      }
      state = 'ending';
      persist();
      state = 'after';
      if (has('throws')) {
        throw new Error('navigation request');
      }
      return 'true';
    },
    GetLastError: () => error,
    GetErrorString: () => '',
    GetDiagnostic: () => ''
  };

  const result = {};
  Object.keys(api).forEach((name) => {
    result[name === 'finish' ? (is12 ? 'LMSFinish' : 'Terminate') : (is12 ? 'LMS' : '') + name] = api[name];
  });
  window.addEventListener('pagehide', () => (leaving = true));
  return {
    api: result,
    complaints: complaints,
    /** Whether no session is left open. */
    ended: () => state !== 'running',
    leave() {
      leaving = true;
    }
  };
};
