/**
 * What the two SCORM keepers share: finding the platform's API and speaking to it. It is found in
 * the window itself, in any parent, in an opener or the opener's parents; it may come late, throw,
 * or answer with numbers.
 *
 * @typedef {{call: ((name: string, ...rest: any[]) => string), get: ((element: string) => string),
 *   set: ((element: string, ...rest: any[]) => boolean), all: ((pairs: Array<Array>) => boolean)}} Line
 *   set: a value, or else the first of those after it that the platform takes; all: several, each as
 *   for set, and whether all were taken
 * @typedef {{api: string, prefix: string, finish: string, limit: number, changes: boolean, once: RegExp, total: string,
 *   begin: ((line: Line) => ?Link), has: ((line: Line, waiting: Waiting) => boolean),
 *   taken: ((line: Line, waiting: Waiting) => boolean), put: ((line: Line, place: string, waiting: Waiting) => boolean),
 *   save: ((line: Line, parcel: Parcel, seconds: number) => boolean)}} Dialect
 *   changes: whether platforms are known that send only what has changed; once: elements that must not be changed; total: the element with the time of all sessions; begin: null when the platform does not answer; has:
 *   whether the platform shows that it has an answer at its place; taken: whether the place is
 *   another's; put: all but the id of one answer, at that place; save: all but the state, told the
 *   seconds of the session; both tell whether the platform took all
 */
function scormKeeper(course, options, dialect) {
  const setup = Object.assign({ from: window, wait: 250, tries: 8, late: 120, now: () => Date.now(), later: afterPicture, reach: reach, page: location.pathname.replace(/.*\//, '.') }, options);
  /** As many as SCORM 2004 makes every platform keep (RTE 4.2.9). */
  const INTERACTIONS = 250;
  const STATE = 'cmi.suspend_data';
  /** As much as the server of some platforms reads of one request. */
  const AT_ONCE = 800;
  const PATIENCE = 10000;
  /** In seconds. A session that is longer was forgotten, not worked in. */
  const LONGEST = 86400;
  const started = setup.now();
  let api = null;
  let given = 0;
  let count = 0;
  /** What the platform has taken, by element: it is told what changes. */
  const said = {};
  /** What went once, by element, and the answers in it; and what went a second time with the last request. */
  let once = {};
  let fresh = [];
  let twice = { values: {}, answers: [] };
  let finished = false;
  /** What was sent last may not have arrived. */
  let doubt = false;
  let answered = false;
  const practiceAt = {};
  /** What the platform was told of time in a session that it never saw end, as far as it has not counted it. */
  const clock = keepers.browser(course + '.lms.time' + setup.page);
  let time = { learner: '', total: '', seconds: 0 };
  let carried = 0;

  /** Another origin's window throws at every touch. */
  function safely(read) {
    try {
      return read() || null;
    } catch (otherOrigin) {
      return null;
    }
  }

  function find() {
    const seen = [];
    const queue = [setup.from];
    while (queue.length && seen.length < 50) {
      const here = queue.shift();
      if (here && seen.indexOf(here) < 0) {
        seen.push(here);
        const found = safely(() => here[dialect.api]);
        if (found) {
          return found;
        }
        // Parents before openers.
        queue.unshift(safely(() => here.parent));
        queue.push(safely(() => here.opener));
      }
    }
    return null;
  }

  /** @type {Line} */
  const line = {
    call(name, ...values) {
      try {
        return String(api[dialect.prefix + name](...values.map(String)));
      } catch (gone) {
        return 'false';
      }
    },
    get(element) {
      const value = line.call('GetValue', element);
      return value === 'undefined' || value === 'null' ? '' : value;
    },
    set: (element, ...values) =>
      values.map(String).some((value) => {
        const taken = said[element] === value || line.call('SetValue', element, value) === 'true';
        if (taken) {
          once[element] = value;
          said[element] = value;
        }
        return taken;
      }),
    all: (pairs) => pairs.map((pair) => line.set(pair[0], ...pair.slice(1)) || isUnknown()).every((taken) => taken)
  };

  /** Much is optional: what a platform does not have at all it does not refuse. */
  function isUnknown() {
    return /^40[12]$/.test(line.call('GetLastError'));
  }

  /**
   * Some platforms' scripts say "true" whatever becomes of a request. Whether their host can be
   * reached at all a file of our own tells, if it could be had before.
   */
  function reach(then) {
    if (!/^http/.test(location.protocol)) {
      then(true);
      return;
    }
    askFor('assets/icon.svg', {}, PATIENCE)
      .then((response) => response.ok && !response.redirected, () => false)
      .then((there) => {
        answered = answered || there;
        then(there || !answered);
      });
  }

  /** Another value that is as good a one: only what has changed is sent again by some platforms. */
  function other(element, value) {
    const last = element.replace(/.*\./, '');
    if (dialect.once.test(element)) {
      return value;
    } else if (last === 'id') {
      return scormDraft(value);
    } else if (last === 'type') {
      return 'performance';
    } else if (last === 'result') {
      return value === 'neutral' ? 'unanticipated' : 'neutral';
    } else if (/status$/.test(last)) {
      return last === 'success_status' ? 'unknown' : 'incomplete';
    } else if (/^(time|timestamp|latency|session_time)$/.test(last)) {
      return value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
    } else if (/^-?[\d.]+$/.test(value)) {
      const near = Math.round(Number(value) * 99) / 100;
      return String(near === Number(value) ? 0.01 : near);
    }
    return value === '' ? 'suspend' : '';
  }

  /**
   * Sends what went once for a second time: all of it when it may not have arrived, and, where platforms send only what has
   * changed, what was done before an attempt ends, because a finished one may never be opened for writing again. The platform
   * is left with those other values only until the next request, which also ends the attempt.
   */
  function repeat() {
    const before = once;
    const names = Object.keys(before).filter((name) => name !== STATE && (doubt || /^cmi\.(inter|obj)/.test(name)));
    while (names.length) {
      const some = names.splice(0, AT_ONCE);
      some.forEach((name) => line.call('SetValue', name, other(name, before[name])));
      line.call('Commit', '');
      some.forEach((name) => line.call('SetValue', name, before[name]));
      if (names.length) {
        line.call('Commit', '');
      }
    }
    twice = { values: before, answers: fresh };
    once = {};
    fresh = [];
  }

  function doubted() {
    doubt = true;
    once = Object.assign({}, twice.values, once);
    fresh = twice.answers.concat(fresh);
    twice = { values: {}, answers: [] };
  }

  /**
   * A platform adds the time of a session when that is terminated (1.2 RTE 3.4.4; 2004 RTE 4.2.25), which a tab that is killed
   * never does. Where its total is the same as then, the time counts in this session.
   */
  function resume(learner) {
    const before = time;
    time = { learner: learner, total: line.get(dialect.total), seconds: 0 };
    try {
      Object.assign(before, JSON.parse(clock.read()));
    } catch (nothingKept) {
      // Then there is none.
    }
    carried = before.learner === learner && before.total === time.total ? before.seconds : 0;
  }

  /** The seconds of this session, and of those before it that nobody has counted. */
  function elapsed() {
    time.seconds = Math.min(LONGEST, carried + (setup.now() - started) / 1000);
    clock.save(JSON.stringify(time));
    return time.seconds;
  }

  function begin() {
    // Some platforms have initialised already and say "false" to a second time.
    line.call('Initialize', '');
    const link = dialect.begin(line);
    if (link) {
      given = Number(line.get('cmi.interactions._count')) || 0;
      count = given;
      if (link.mode === 'normal') {
        resume(link.learner);
      }
      link.knows = given > 0 && !link.result.status;
      link.shows = Boolean(dialect.has);
      link.lacks = (answers, proved, alone) => lacking(answers, proved, alone, link.mode === 'normal');
      setup.reach(() => {});
    }
    return link;
  }

  function connect(done) {
    let tries = 0;
    (function look() {
      api = find();
      const link = api && begin();
      if (link) {
        done(link);
        return;
      }
      api = null;
      tries++;
      if (tries === setup.tries) {
        done(null);
      }
      if (tries < setup.tries + setup.late) {
        setTimeout(look, tries < setup.tries ? setup.wait : 4 * setup.wait);
      }
    })();
  }

  /**
   * The answers that the platform is not known to have: all when it has fewer than there should be, for
   * one that is missing may have others behind it; those it does not show, where it can; where it
   * cannot, those that no state proves until a second session has sent them.
   */
  function lacking(answers, proved, alone, writes) {
    const places = answers.reduce((most, one) => Math.max(most, one.index === undefined ? 0 : one.index + 1), 0);
    return answers.filter((one) => {
      const seen = !writes || (alone && (one.again || one.revision === proved));
      return one.partly || one.index === undefined || given < places || !(dialect.has ? dialect.has(line, one) : seen);
    });
  }

  /**
   * Practice reuses its place; whatever counts gets a new one. What an earlier session sent may have
   * arrived although nobody said so: it goes to the same place again.
   */
  function placeOf(answer, name) {
    if (answer.practice && practiceAt[name] !== undefined) {
      return practiceAt[name];
    }
    return answer.index < count && !(answer.index < given && dialect.taken(line, answer)) ? answer.index : count;
  }

  function put(answer) {
    const name = answer.bank + '/' + answer.question;
    const at = placeOf(answer, name);
    const place = 'cmi.interactions.' + at + '.';
    if (!line.set(place + 'id', scormInteractionId(answer))) {
      // One that is full stays so: it need not be asked again in this session.
      answer.partly = at >= INTERACTIONS;
      return answer.partly;
    }
    answer.index = at;
    answer.partly = !dialect.put(line, place, answer);
    count = Math.max(count, at + 1);
    fresh.push(answer);
    if (answer.practice) {
      practiceAt[name] = at;
    }
    return true;
  }

  function send(parcel, answers, done, lost) {
    const go = () => {
      const ends = parcel.course.done && !finished;
      finished = parcel.course.done;
      twice = { values: {}, answers: [] };
      if (api && (doubt || (ends && dialect.changes))) {
        repeat();
      }
      if (api) {
        hand(parcel, answers, done, lost);
      } else {
        done(false, []);
      }
    };
    if (doubt) {
      setup.reach((there) => (there ? go() : done(false, [], 'away')));
    } else {
      go();
    }
  }

  function hand(parcel, answers, done, lost) {
    const taken = answers.filter(put);
    const all = dialect.save(line, parcel, elapsed());
    const state = parcel.text;
    line.call('SetValue', STATE, state);
    // Some answer true although nothing arrived, and some cut: read back.
    doubt = false;
    const heard = line.call('Commit', '') === 'true' && line.get(STATE) === state;
    const again = twice.answers;
    if (!heard) {
      doubted();
    }
    done(heard && taken.length === answers.length, taken.concat(again), all ? '' : 'partly');
    setup.reach((there) => {
      if (!there && !doubt && api) {
        doubted();
        lost();
      }
    });
  }

  function leave(left, answers, rest) {
    if (api) {
      if (rest) {
        hand(rest, answers, () => {}, () => {});
      }
      line.call(dialect.finish, '');
      api = null;
    }
    left();
  }

  return platformKeeper(course, { connect: connect, send: send, leave: leave, later: setup.later, certain: false, limit: dialect.limit });
}

/** Whatever else a platform says is as usual. */
function scormMode(mode) {
  return mode === 'review' || mode === 'browse' ? mode : 'normal';
}

/** SCORM's identifiers have no hyphen. */
function scormId(text) {
  return text.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 255);
}

/** An interaction is read by its id: bank, question and the principle it is about. */
function scormInteractionId(answer) {
  return scormId([answer.bank, answer.question].concat(answer.principles.slice(0, 1)).join('_'));
}

/** What stands for an id while a thing is sent for a second time. */
function scormDraft(id) {
  return id.slice(0, 254) + '_';
}

/** Finds an objective's place by its id: some platforms have put it there from the manifest. */
function scormObjectives(line) {
  const places = {};
  const nameless = [];
  const written = {};
  let count = -1;
  return {
    /**
     * @param {((place: string, objective: Objective) => Array<Array>)} told where, for what is new: what to set
     * @returns {boolean} whether all was taken
     */
    write(objectives, told) {
      if (count < 0) {
        const given = line.get('cmi.objectives._count');
        if (given === '' || given === 'false' || isNaN(given)) {
          return true;
        }
        count = Number(given);
        for (let at = 0; at < count; at++) {
          const id = line.get('cmi.objectives.' + at + '.id');
          places[id] = at;
          if (id === '') {
            nameless.push(at);
          }
        }
      }
      return objectives.filter((one) => one.settled).map((one) => {
        const id = scormId(one.id);
        const news = one.score + '/' + one.passed;
        if (written[id] === news) {
          return true;
        }
        if (places[id] === undefined) {
          // One whose id was lost goes where the rest of it may have arrived.
          const at = [places[scormDraft(id)], nameless.shift(), count].find((place) => place !== undefined && line.all([['cmi.objectives.' + place + '.id', id]]));
          if (at === undefined) {
            return false;
          }
          places[id] = at;
          count = Math.max(count, at + 1);
        }
        const all = line.all(told('cmi.objectives.' + places[id] + '.', one));
        written[id] = all ? news : '';
        return all;
      }).every((all) => all);
    }
  };
}
