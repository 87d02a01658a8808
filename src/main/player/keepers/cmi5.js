/**
 * cmi5 (Quartz) in an LMS with a learning record store. Statements go out in the order of what
 * happened; what is not acknowledged stays on this device and goes out in the next session.
 *
 * In one session at most one of passed and failed is allowed (9.3), and a learner may repeat a quiz:
 * passed is sent at once, failed only when the session ends.
 */
keepers.cmi5 = function (id, options, course) {
  const setup = Object.assign({ from: window, wait: 1000, tries: 3, late: 60, patience: 20000 }, options);
  const VERBS = 'http://adlnet.gov/expapi/verbs/';
  const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
  const STATE = 'rebound';
  const query = new URLSearchParams(setup.from.location.search);
  const registration = query.get('registration') || '';
  const activity = query.get('activityId') || '';
  const tested = course.quizzes.length > 0;
  const session = 'rebound.cmi5.' + (query.get('fetch') || '');
  let token = '';
  let launch = null;
  let opened = 0;
  let last = 0;
  let done = { completed: false, passed: false };
  let judged = '';
  let result = null;
  /** Answers were given since the platform last heard passed or failed. */
  let open = false;
  /** @type {{text: string, course: ?Object}} what the platform has of the state */
  let kept = { text: '', course: null };

  function actor() {
    try {
      return JSON.parse(query.get('actor'));
    } catch (missing) {
      return null;
    }
  }

  /** A page that is loaded again goes on with the token it has: it is given out once. */
  function remember(key, value) {
    try {
      if (value === undefined) {
        return sessionStorage.getItem(session + key) || '';
      }
      sessionStorage.setItem(session + key, value);
    } catch (blocked) {
      // Then each load of the page is its own session.
    }
    return '';
  }

  /** Order is told by time: no two statements of a session at the same. */
  function now() {
    last = Math.max(last + 1, Date.now());
    return last;
  }

  function request(method, path, parameters, body) {
    const base = query.get('endpoint').replace(/\/*$/, '/');
    const search = Object.keys(parameters).map((key) => key + '=' + encodeURIComponent(parameters[key])).join('&');
    const headers = { Authorization: 'Basic ' + token.replace(/^Basic /i, ''), 'X-Experience-API-Version': '1.0.3' };
    if (body !== undefined) {
      headers['Content-Type'] = 'application/json';
    }
    return askFor(base + path + (search ? '?' + search : ''), {
      method: method, headers: headers, body: body,
      // What is small enough outlives the page: 64 KiB in all.
      keepalive: body !== undefined && body.length < 30000
    }, setup.patience);
  }

  /** Some answer a lost session with a page to log in, and 200. */
  function json(response) {
    return response.text().then((text) => {
      try {
        return JSON.parse(text);
      } catch (page) {
        throw new Error('no JSON');
      }
    });
  }

  function document_(stateId) {
    return { activityId: activity, agent: query.get('actor'), registration: registration, stateId: stateId };
  }

  function read(path, parameters, required) {
    return request('GET', path, parameters).then((response) => {
      if (response.ok) {
        return json(response);
      }
      if (response.status === 404 && !required) {
        return {};
      }
      throw new Error(path + ' ' + response.status);
    });
  }

  function authorise() {
    token = token || remember('token');
    if (token) {
      return Promise.resolve();
    }
    return askFor(query.get('fetch'), { method: 'POST' }, setup.patience)
      .then(json)
      .then((answer) => {
        token = answer['auth-token'] || '';
        if (!token) {
          throw new Error(answer['error-text'] || 'no token');
        }
        remember('token', token);
      });
  }

  function context(categories, extensions) {
    const from = launch.contextTemplate || {};
    const activities = Object.assign({}, from.contextActivities);
    if (categories.length) {
      activities.category = (activities.category || []).concat(categories.map((name) => ({ id: CMI5 + 'categories/' + name })));
    }
    return Object.assign({}, from, {
      registration: registration,
      contextActivities: activities,
      extensions: Object.assign({}, from.extensions, extensions)
    });
  }

  function statement(statementId, verb, categories, outcome) {
    const mastery = launch.masteryScore === undefined || (verb !== 'passed' && verb !== 'failed') ? {} : { [CMI5 + 'extensions/masteryscore']: launch.masteryScore };
    return {
      id: statementId,
      actor: actor(),
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: 'Activity', id: activity },
      result: outcome,
      context: context(categories, mastery),
      timestamp: new Date(now()).toISOString()
    };
  }

  function elapsed() {
    return responses.duration((Date.now() - opened) / 1000);
  }

  /** The same in every session: sent twice it is still one. */
  function once(verb) {
    const hex = [0, 1, 2, 3].map((salt) => ('0000000' + hash(salt + registration + activity + verb).toString(16)).slice(-8)).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  }

  /** FNV-1a, mixed once more. */
  function hash(text) {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) {
      value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    }
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 13)) >>> 0;
  }

  /** Without what a store may not like about it. */
  function plainest(one) {
    const definition = { type: one.object.definition.type, name: one.object.definition.name, interactionType: 'other' };
    return Object.assign({}, one, {
      object: Object.assign({}, one.object, { definition: definition }),
      result: Object.assign({}, one.result, { response: plainestText(one.result.response) })
    });
  }

  /**
   * Sends in order. One that is refused for good must not hold up the rest.
   *
   * @param {string[]} refused to which the id of each such is added
   */
  function post(list, refused) {
    if (!list.length) {
      return Promise.resolve();
    }
    return request('POST', 'statements', {}, JSON.stringify(list)).then((response) => {
      if (response.ok) {
        return json(response).then((ids) => {
          if (!Array.isArray(ids)) {
            throw new Error('no ids');
          }
        });
      }
      if (response.status === 400 || response.status === 409) {
        if (list.length > 1) {
          return list.reduce((before, one) => before.then(() => post([one], refused)), Promise.resolve());
        }
        // 409: it is there already.
        if (response.status === 409) {
          return undefined;
        }
        if (list[0].object.id !== activity) {
          const plain = plainest(list[0]);
          if (list[0].object.definition.interactionType !== 'other') {
            return post([plain], refused);
          }
          refused.push(plain.id);
          return undefined;
        }
      }
      throw new Error('statements ' + response.status);
    });
  }

  function initialise() {
    opened = Number(remember('opened')) || Date.now();
    if (remember('opened')) {
      return Promise.resolve();
    }
    const first = statement(uuid(), 'initialized', ['cmi5'], undefined);
    return request('POST', 'statements', {}, JSON.stringify([first])).then((response) => {
      if (!response.ok) {
        throw new Error('initialized ' + response.status);
      }
      remember('opened', String(opened));
    });
  }

  function connect(ready) {
    const launched = ['endpoint', 'fetch', 'registration', 'activityId'].every((name) => query.get(name)) && actor();
    let tries = 0;
    let saved = {};
    if (!launched || remember('left')) {
      ready(null);
      return;
    }
    (function attempt() {
      authorise()
        .then(() => read('activities/state', document_('LMS.LaunchData'), true))
        .then((data) => {
          launch = data;
        })
        .then(() => read('agents/profile', { agent: query.get('actor'), profileId: 'cmi5LearnerPreferences' }, false))
        .then(() => read('activities/state', document_(STATE), false))
        .then((data) => {
          saved = data;
        })
        .then(initialise)
        .then(() => {
          done = { completed: Boolean(saved.completed), passed: Boolean(saved.passed) };
          open = Boolean(saved.open);
          kept = { text: String(saved.text || ''), course: saved.course || null };
          ready({ learner: JSON.stringify(actor().account || actor()) + registration, mode: { Normal: 'normal', Review: 'review' }[launch.launchMode] || 'browse', state: kept.text, result: known(kept.course), lacks: (answers) => answers });
        })
        .catch((failure) => {
          // Who has waited as long as that is not asked to wait again.
          tries = Math.max(tries + 1, failure.name === 'AbortError' ? setup.tries : 0);
          if (tries === setup.tries) {
            ready(null);
          }
          if (tries < setup.late) {
            setTimeout(attempt, setup.wait * Math.min(tries, 10));
          }
        });
    })();
  }

  /** What was judged before. */
  function known(before) {
    const status = !tested ? 'completed' : before && before.passed ? 'passed' : 'failed';
    return before && before.done ? { status: status, score: tested ? String(before.score) : '' } : undefined;
  }

  function texts(ids, question) {
    return ids.map((one) => ({ id: responses.id(one), description: described((question.texts || {})[one] || one) }));
  }

  function described(text) {
    return { [course.language || 'und']: text };
  }

  /** A cmi5-allowed statement: our context, without the category of cmi5's own. */
  function answerStatement(answer) {
    const question = course.questions.filter((one) => one.key === answer.bank + '/' + answer.question)[0] || {};
    const definition = {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      name: described(answer.bank + ' / ' + answer.question),
      description: described(answer.prompt || answer.question),
      interactionType: responses.type(answer)
    };
    if (answer.correct.length) {
      definition.correctResponsesPattern = answer.correct.map((right) => responses.correct(answer, right));
    }
    const lists = { choice: ['choices'], sequencing: ['choices'], likert: ['scale'], matching: ['source', 'target'] }[answer.type] || [];
    lists.forEach((name, at) => {
      definition[name] = texts(at ? answer.targets : answer.choices, question);
    });
    const outcome = { response: responses.given(answer), duration: responses.duration(answer.seconds) };
    if (answer.scored) {
      outcome.success = answer.right;
      outcome.score = { scaled: answer.score };
    }
    const where = context([], { [course.iri + '/answered-at']: new Date(answer.at).toISOString(), [course.iri + '/practice']: answer.practice });
    where.contextActivities = Object.assign({}, where.contextActivities, {
      parent: [{ objectType: 'Activity', id: activity }],
      other: (where.contextActivities.other || []).concat(
        answer.principles.map((principle) => {
          const says = (course.objectives || []).filter((one) => one.id === principle)[0];
          return {
            objectType: 'Activity',
            id: course.iri + '/principle/' + principle,
            definition: { type: 'http://adlnet.gov/expapi/activities/objective', name: described(says ? says.says : principle) }
          };
        })
      )
    });
    return {
      id: answer.uuid,
      actor: actor(),
      verb: { id: VERBS + 'answered', display: { en: 'answered' } },
      object: { objectType: 'Activity', id: course.iri + '/question/' + answer.bank + '/' + answer.question, definition: definition },
      result: outcome,
      context: where,
      timestamp: new Date(now()).toISOString()
    };
  }

  function score() {
    return { scaled: result.score / 100, raw: result.score, min: 0, max: 100 };
  }

  function passes() {
    return tested && result.done && (launch.masteryScore === undefined ? result.passed : result.score / 100 >= launch.masteryScore);
  }

  function verdicts() {
    const list = [];
    if (result.done && !done.completed) {
      list.push(['completed', statement(once('completed'), 'completed', ['cmi5', 'moveon'], { completion: true, duration: elapsed() })]);
    }
    if (passes() && !done.passed && !judged) {
      list.push(['passed', statement(once('passed'), 'passed', ['cmi5', 'moveon'], { success: true, score: score(), duration: elapsed() })]);
    }
    return list;
  }

  function send(parcel, answers, heard) {
    result = parcel.course;
    open = open || answers.length > 0;
    // Made in the order of their times.
    const statements = answers.map(answerStatement);
    const news = verdicts();
    const refused = [];
    post(statements.concat(news.map((one) => one[1])), refused)
      .then(() => {
        news.forEach((one) => {
          done[one[0]] = true;
          judged = one[0] === 'passed' ? 'passed' : judged;
          open = open && !judged;
        });
        answers.forEach((one) => (one.partly = refused.indexOf(one.uuid) >= 0));
        return keep(parcel).then(
          (response) => heard(response.ok && !/html/.test(response.headers.get('Content-Type') || ''), answers),
          () => heard(false, answers)
        );
      })
      .catch(() => heard(false, []));
  }

  /**
   * One last request, which outlives the page. Failed may have been owed by a session that was cut
   * short; what this one does not get through is owed to the next.
   */
  function leave(left, answers, parcel) {
    const normal = launch.launchMode === 'Normal';
    result = parcel ? parcel.course : result || kept.course;
    open = open || answers.length > 0;
    const given = answers.map(answerStatement);
    const news = result && normal ? verdicts() : [];
    const list = given.concat(news.map((one) => one[1]));
    const passed = done.passed || news.some((one) => one[0] === 'passed');
    const failed = tested && result && normal && result.done && open && !passed && !judged;
    if (failed) {
      list.push(statement(uuid(), 'failed', ['cmi5', 'moveon'], { success: false, score: score(), duration: elapsed() }));
    }
    list.push(statement(uuid(), 'terminated', ['cmi5'], { duration: elapsed() }));
    remember('left', 'yes');
    const back = () => {
      left();
      if (launch.returnURL) {
        setup.from.location.assign(launch.returnURL);
      }
    };
    // The state says what has arrived: it goes after the statements, or not at all.
    post(list, [])
      .then(() => {
        news.forEach((one) => (done[one[0]] = true));
        open = open && !failed;
        return parcel || failed ? keep(parcel || kept) : undefined;
      })
      .then(back, back);
  }

  function keep(parcel) {
    kept = { text: parcel.text, course: parcel.course };
    const saved = Object.assign({ completed: done.completed, passed: done.passed, open: open }, kept);
    return request('PUT', 'activities/state', document_(STATE), JSON.stringify(saved));
  }

  return Object.assign(platformKeeper(id, { connect: connect, send: send, leave: leave, certain: true, limit: 60000 }), { leaves: true });
};
