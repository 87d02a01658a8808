/**
 * An LMS of our own, strict where the standards are and wilful where real ones are known to be.
 * A profile is a set of habits, which may change while it runs; what is committed goes to the server, as it does in life.
 *
 * Every call that breaks SCORM is a complaint.
 *
 * @param {function(Object, boolean, boolean): string} [server] is sent elements, which are all there are
 *   or else what has changed, and whether the page is going; answers true or false, or throws like
 *   a request that failed
 */
window.strictLms = function (standard, habits, stored, server) {
  const is12 = standard === 'scorm12';
  const has = (habit) => habits.indexOf(habit) >= 0;
  const complaints = [];
  const data = Object.assign({}, stored);
  let state = 'before';
  let error = '0';
  let commits = 0;
  let leaving = false;
  /** What has been sent, arrived or not. */
  const sent = Object.assign({}, stored);
  const STATUS = is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status';
  const finished = /passed|completed|failed/.test(data[STATUS] || '');
  const mode = has('browses') ? 'browse' : has('reviews') && finished ? 'review' : 'normal';
  const counts = {};

  const ID = /^[A-Za-z0-9_./:-]{1,255}$/;
  const int = (from, to) => (value) => /^-?\d+(\.\d+)?$/.test(value) && Number(value) >= from && Number(value) <= to;
  const WELL = /^(?:[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/;
  /** On one line, of whole characters. */
  const upTo = (length) => (value) => value.length <= length && WELL.test(value);
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
        [/^cmi\.(objectives|interactions)\.\d+\.description$/, (value) => upTo(250)(value) && value[0] !== '{'],
        [/^cmi\.interactions\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, like(ID)],
        [/^cmi\.interactions\.\d+\.timestamp$/, STAMP],
        [/^cmi\.interactions\.\d+\.type$/, (value) => TYPES(value) || value === 'long-fill-in' || value === 'other'],
        [/^cmi\.interactions\.\d+\.result$/, (value) => one('correct', 'incorrect', 'unanticipated', 'neutral')(value) || int(-1e9, 1e9)(value)],
        [/^cmi\.interactions\.\d+\.weighting$/, int(-1e9, 1e9)],
        [/^cmi\.interactions\.\d+\.latency$/, SPAN],
        [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, upTo(4000)],
        [/^cmi\.interactions\.\d+\.learner_response$/, (value) => upTo(4000)(value) && value[0] !== '{']
      ];

  function complain(what) {
    complaints.push(what);
    return 'false';
  }

  /** The highest number used after a prefix, and one; or how many there are, and one for each that follows those. */
  function count(prefix) {
    const used = (of) => Object.keys(of).filter((key) => key.indexOf(prefix) === 0).map((key) => parseInt(key.slice(prefix.length), 10));
    if (has('counts') && /^cmi\.\w+\.$/.test(prefix)) {
      counts[prefix] = counts[prefix] === undefined ? new Set(used(stored)).size : counts[prefix];
      return counts[prefix];
    }
    return used(data).length ? Math.max(...used(data)) + 1 : 0;
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
    const longest = { 'fill-in': is12 ? 255 : 250 }[type] || 4000;
    return (!forms[type] || forms[type].test(value)) && value.replace(/^\{case_matters=false\}/, '').length <= longest;
  }

  function persist() {
    commits++;
    if (has('expired') || (has('expires') && commits > 3)) {
      error = is12 ? '301' : '391';
      return 'false';
    }
    if (leaving && has('nothing-at-unload')) {
      return 'false';
    }
    if (mode === 'review') {
      return 'true';
    }
    const kept = Object.assign({}, data);
    if (has('forgets-state') || (has('forgets-at-exit') && state === 'ending')) {
      delete kept['cmi.suspend_data'];
      delete kept[is12 ? 'cmi.core.lesson_location' : 'cmi.location'];
    }
    const news = Object.keys(kept).filter((name) => !has('changes') || sent[name] !== kept[name]);
    news.forEach((name) => (sent[name] = kept[name]));
    try {
      const answer = server(news.reduce((all, name) => Object.assign(all, { [name]: kept[name] }), {}), has('changes'), leaving);
      // One whose session has expired is sent a page to sign in on, and takes that for an answer.
      error = answer === 'true' || has('login-page') ? '0' : '101';
      return has('login-page') ? 'true' : answer;
    } catch (noNetwork) {
      return has('always-true') ? 'true' : 'false';
    }
  }

  server = server || function (elements, changes) {
    const request = new XMLHttpRequest();
    request.open(changes ? 'POST' : 'PUT', has('times-out') && commits > 3 ? '/slow' : '/store', false);
    request.send(JSON.stringify(elements));
    if (request.status === 503) {
      throw new Error('lost on the way');
    }
    return request.status === 200 ? 'true' : 'false';
  };

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
              'cmi.core.lesson_status': 'not attempted', 'cmi.core.lesson_mode': mode, 'cmi.core.student_id': 'learner-7',
              'cmi.completion_status': 'unknown', 'cmi.success_status': 'unknown', 'cmi.mode': mode, 'cmi.learner_id': 'learner-7'
            }[name] || '';
      return has('numbers') && /^\d+$/.test(String(value)) ? Number(value) : String(value);
    },
    SetValue(name, value) {
      error = '0';
      if (state !== 'running') {
        error = '301';
        return 'false';
      }
      if (has('expired') || (has('expires') && commits > 3)) {
        error = '301';
        return 'false';
      }
      if (typeof name !== 'string' || typeof value !== 'string') {
        return complain('no string: ' + name);
      }
      if (mode !== 'normal' && !(is12 && mode === 'browse' && name === STATUS && value === 'browsed')) {
        return complain('in ' + mode + ': ' + name + ' = ' + value);
      }
      if (has('refuses-value') && /^cmi\.interactions\.1\..*_response$/.test(name)) {
        error = is12 ? '405' : '406';
        return 'false';
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
        if (!is12 && entry[1] === 'cmi.objectives' && entry[3] === 'id' && name in data && data[name] !== value) {
          return complain('another id: ' + name);
        }
        if (Number(entry[2]) === places) {
          counts[entry[1] + '.']++;
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
      if (is12 && mode !== 'review' && (data[STATUS] || 'not attempted') === 'not attempted') {
        data[STATUS] = 'completed';
      }
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
    /** As the platform opened the course: normal, browse, review. */
    mode: mode,
    /** Whether no session is left open. */
    ended: () => state !== 'running',
    leave() {
      leaving = true;
    }
  };
};
