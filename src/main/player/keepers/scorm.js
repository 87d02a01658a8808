/**
 * What the two SCORM keepers share: finding the platform's API and speaking to it. It is found in
 * the window itself, in any parent, in an opener or the opener's parents; it may come late, throw,
 * or answer with numbers.
 *
 * @typedef {{call: function(string, ...*): string, get: function(string): string,
 *   set: function(string, *): boolean}} Line
 * @typedef {{api: string, prefix: string, finish: string, limit: number,
 *   begin: function(Line): ?Link, has: function(Line, number, Waiting): boolean,
 *   put: function(Line, number, Waiting): boolean,
 *   save: function(Line, Parcel, number): void}} Dialect
 *   begin: null when the platform does not answer; has: whether the interaction of this index, which
 *   the platform says it has, is this answer; put: one answer, as the interaction of this index;
 *   save: all but the state; told the seconds of the session
 */
function scormKeeper(course, options, dialect) {
  const setup = Object.assign({ from: window, wait: 250, tries: 8, late: 120, now: () => Date.now() }, options);
  /** As many as SCORM 2004 makes every platform keep (RTE 4.2.9). */
  const INTERACTIONS = 250;
  const started = setup.now();
  let api = null;
  let given = 0;
  let count = 0;
  const practiceAt = {};

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
    set: (element, value) => line.call('SetValue', element, value) === 'true'
  };

  function begin() {
    // Some platforms have initialised already and say "false" to a second time.
    line.call('Initialize', '');
    const link = dialect.begin(line);
    given = link ? Number(line.get('cmi.interactions._count')) || 0 : 0;
    count = given;
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
   * Practice reuses its place; whatever counts gets a new one. What an earlier session sent may have
   * arrived although nobody said so: it goes to the same place again.
   */
  function placeOf(answer, name) {
    if (answer.practice && practiceAt[name] !== undefined) {
      return practiceAt[name];
    }
    return answer.index < given && dialect.has(line, answer.index, answer) ? answer.index : count;
  }

  function put(answer) {
    const name = answer.bank + '/' + answer.question;
    const at = placeOf(answer, name);
    const taken = dialect.put(line, at, answer);
    if (taken) {
      answer.index = at;
      count = Math.max(count, at + 1);
      if (answer.practice) {
        practiceAt[name] = at;
      }
    }
    // One that is full stays so: the learner need not be told at every answer from now on.
    return taken || at >= INTERACTIONS;
  }

  function send(parcel, answers, done) {
    const taken = answers.filter(put);
    line.set('cmi.suspend_data', parcel.text);
    dialect.save(line, parcel, (setup.now() - started) / 1000);
    // Some answer true although nothing arrived, and some cut: read back.
    const heard = line.call('Commit', '') === 'true' && line.get('cmi.suspend_data') === parcel.text;
    done(heard && taken.length === answers.length, taken);
  }

  function leave(left) {
    if (api) {
      line.call(dialect.finish, '');
      api = null;
    }
    left();
  }

  return platformKeeper(course, { connect: connect, send: send, leave: leave, certain: false, limit: dialect.limit });
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

/** Finds an objective's place by its id: some platforms have put it there from the manifest. */
function scormObjectives(line) {
  const places = {};
  const written = {};
  let count = -1;
  return {
    /** @param {function(string, Objective): void} write told where, for what is new */
    write(objectives, write) {
      if (count < 0) {
        const given = line.get('cmi.objectives._count');
        if (given === '' || given === 'false' || isNaN(given)) {
          return;
        }
        count = Number(given);
        for (let at = 0; at < count; at++) {
          places[line.get('cmi.objectives.' + at + '.id')] = at;
        }
      }
      objectives.filter((one) => one.settled).forEach((one) => {
        const id = scormId(one.id);
        const news = one.score + '/' + one.passed;
        if (written[id] === news) {
          return;
        }
        if (places[id] === undefined) {
          if (!line.set('cmi.objectives.' + count + '.id', id)) {
            return;
          }
          places[id] = count++;
        }
        write('cmi.objectives.' + places[id] + '.', one);
        written[id] = news;
      });
    }
  };
}
