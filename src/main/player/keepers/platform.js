/**
 * What the keepers for a learning platform share: nothing a learner did is given up before the
 * platform is known to have it.
 *
 * The state, and every answer since the last that is proved, stays on this device as well. Some
 * platforms say "true" with no network: only what one gives back at the next launch is proved. So
 * each state that is sent begins with the device that sends it and a number that grows there, then
 * those of other devices whose states are in it: k3f9a12.b81dc7|
 *
 * @typedef {{learner: string, mode: string, state: string, result?: Result,
 *   knows?: boolean, shows?: boolean,
 *   lacks?: ((waiting: Waiting[], proved: number, alone: boolean) => Waiting[])}} Link
 *   mode: normal, or review or browse, in which nothing is recorded; state: what was sent last, as the
 *   platform has it; result: what it says of the attempt; knows: whether it has answers of one under way;
 *   shows: whether it can say which; lacks: those of the answers that it is not known to have, told the
 *   revision that its state proves, and whether no other device has written since
 * @typedef {Answer & {uuid: string, at: number, revision?: number,
 *   index?: number, again?: boolean, partly?: boolean}} Waiting
 *   at: when it was given; revision: of the last state that went with it; index: of the interaction as
 *   which it was sent; again: in a second session; partly: the platform refused a part of it
 * @typedef {{text: string, place: string, course: {done: boolean, passed: boolean, score: number,
 *   steps: number, taken: number}, objectives: Objective[]}} Parcel
 *   text: made when it is asked for, because it says which places the answers before it have taken
 * @typedef {{connect: ((done: ((link: ?Link) => void)) => void),
 *   send: ((parcel: Parcel, waiting: Waiting[], done: ((heard: boolean, taken: Waiting[], news?: string) => void), lost: (() => void)) => void),
 *   leave: ((left: (() => void), waiting: Waiting[], parcel: ?Parcel) => void),
 *   later?: ((then: (() => void)) => void), certain: boolean, limit: number}} Wire
 *   connect: calls back once, or again when a platform that was missing is there at last;
 *   send: calls back with whether it was heard, which answers it took over or sent once more, and what
 *   else there is to tell: partly, when it refused a part, or away; tells later when it may not have
 *   arrived after all;
 *   leave: told what has not been sent, if it can still be;
 *   later: when to send what has just been done, for a platform that holds up the page;
 *   certain: what it takes over has arrived
 *
 * @param {Wire} wire
 * @returns {Keeper}
 */
function platformKeeper(course, wire) {
  const RETRY = 15000;
  const LONGEST = 120000;
  /** So many refusals in a row are no hiccup: the learner has to do something. */
  const PATIENCE = 3;
  /** What a stamp has room for. Who is forgotten sends once more what may be there. */
  const DEVICES = 8;
  /** In characters: SCORM 1.2 takes 4,096, of which 4,000 are for the state. */
  const STAMP = 93;
  let copy = keepers.browser(course + '.lms');
  let kept = nothing();
  /** @type {?Link} */
  let link = null;
  let ended = false;
  let trouble = '';
  let refusals = 0;
  let unproved = '';
  let changed = () => {};
  /** The session: two tabs of one browser have one copy. */
  const tab = uuid();
  /** @type {?Parcel} */
  let parcel = null;
  let sent = 0;
  let handed = [];
  let news = '';
  let flying = [];
  let soon = false;
  let busy = false;
  let again = false;
  let leaving = null;
  let pause = RETRY;
  let timer = 0;

  /**
   * seen: of each other device, how much of it is in this state; runs: from which interaction on
   * which device has written; parcel: all that was sent last but its text; tab: which saved this copy.
   */
  function nothing() {
    return {
      device: core.digest(uuid()), revision: 0, seen: {}, runs: [], text: '', waiting: [], heard: true, done: false, parcel: null, tab: ''
    };
  }

  function local() {
    try {
      return Object.assign(nothing(), JSON.parse(copy.read()));
    } catch (notOurs) {
      return nothing();
    }
  }

  /** Whose an interaction is; '' where nobody knows. */
  function owner(runs, index) {
    return runs.reduce((device, run) => (run[0] <= index ? run[1] : device), '');
  }

  /** The runs, with what this device has put behind them. */
  function claimed() {
    const last = kept.runs[kept.runs.length - 1] || [0, ''];
    const mine = kept.waiting.filter((one) => one.index >= last[0] && owner(kept.runs, one.index) !== kept.device).map((one) => one.index);
    return mine.length ? kept.runs.concat([[Math.min(...mine), kept.device]]) : kept.runs;
  }

  function stamped(text) {
    const others = Object.keys(kept.seen).filter((device) => device !== kept.device);
    const devices = [kept.device].concat(others).slice(0, DEVICES);
    const stamp = devices.map((device, at) => device + (at ? kept.seen[device] : kept.revision).toString(36)).join('.');
    const runs = claimed().map((run) => (devices.indexOf(run[1]) + 1).toString(36) + run[0].toString(36));
    while (runs.length && stamp.length + runs.join('.').length > STAMP) {
      runs.shift();
    }
    return stamp + (runs.length && others.length ? ':' + runs.join('.') : '') + '|' + text;
  }

  /** What the platform has: of each device, how much; and whose the interactions are. */
  function opened(state) {
    const stamp = (/^[0-9a-z.]+(:[0-9a-z.]+)?\|/.exec(state) || [''])[0];
    const parts = stamp.split(':');
    const seen = {};
    const devices = (parts[0].match(/[0-9a-z]{6,}/g) || []).map((one) => {
      seen[one.slice(0, 5)] = parseInt(one.slice(5), 36);
      return one.slice(0, 5);
    });
    const runs = ((parts[1] || '').match(/[0-9a-z]{2,}/g) || []).map((one) => [parseInt(one.slice(1), 36), devices[parseInt(one[0], 36) - 1] || '?']);
    return { seen: seen, runs: runs.length || devices.length !== 1 ? runs : [[0, devices[0]]], text: state.slice(stamp.length) };
  }

  /** A state as the platform has room for it; the device has it whole. */
  function fitting(text) {
    return text.length > wire.limit ? core.pack(core.unpack(text), wire.limit) : text;
  }

  /** A state, with what a platform had no room for as this device has it. */
  function filled(text, here) {
    return text.indexOf('*') < 0 ? text : core.pack(core.filled(core.unpack(text), core.unpack(here)), Infinity);
  }

  /** Two states of one learner as one that takes nothing from either. */
  function merged(one, other) {
    return core.pack(core.joined(core.unpack(one), core.unpack(other)), Infinity);
  }

  /**
   * What to go on with: the platform's state, unless this device knows more, and the answers that are
   * not proved one by one. A finished attempt that the platform has forgotten is one it wants taken
   * anew.
   *
   * @param {Link} found
   */
  function settled(found, here) {
    const there = opened(found.state);
    const proved = there.seen[here.device] || 0;
    const mine = Object.assign({}, here.seen, { [here.device]: here.revision });
    const devices = Object.keys(there.seen);
    const news = devices.filter((device) => there.seen[device] > (mine[device] || 0));
    const alone = !there.text || (devices.length > 0 && !news.length);
    const forgotten = !there.text && !found.knows && here.heard && here.done;
    const more = here.revision > proved && !forgotten;
    const runs = there.text ? there.runs : here.runs;
    const placed = found.shows ? here.waiting : here.waiting.map((answer, at) => elsewhere(runs, here, at));
    // Two sessions of this device alone are proof; where others have written meanwhile, nothing is.
    const waiting = (forgotten ? [] : lacking(found, placed, proved, alone)).map((one) => Object.assign({}, one, { again: alone && one.revision !== undefined }));
    return Object.assign(nothing(), {
      device: here.device,
      revision: Math.max(proved, here.revision),
      seen: more ? news.reduce((all, device) => Object.assign(all, { [device]: there.seen[device] }), mine) : there.seen,
      runs: runs,
      text: !more ? filled(there.text, here.text) : alone ? here.text : merged(there.text, here.text),
      waiting: waiting,
      heard: !more && !waiting.length,
      done: more && here.done,
      parcel: here.parcel,
      tab: tab
    });
  }

  /** Where a platform cannot tell of answers, its state has to. */
  function lacking(found, answers, proved, alone) {
    return found.lacks ? found.lacks(answers, proved, alone) : answers.filter((answer) => !(answer.revision <= proved));
  }

  /** An answer goes where it went before, unless that place is another device's by now, or another answer's of another tab. */
  function elsewhere(runs, here, at) {
    const answer = here.waiting[at];
    const other = (one) => one.index === answer.index && !(one.practice && answer.practice);
    const taken = answer.index !== undefined && ((runs.length && owner(runs, answer.index) !== here.device) || here.waiting.slice(0, at).some(other));
    return Object.assign({}, answer, taken ? { index: undefined } : {});
  }

  /**
   * Computers are shared: a copy belongs to one learner. What was done while no platform was there
   * belongs to whoever this device knew last, or comes to know first.
   */
  function orphaned(found) {
    const known = keepers.browser(course + '.lms.who').read();
    const orphan = local();
    return orphan.text && (!known || known === found.learner) ? orphan : null;
  }

  /**
   * A learner who only looks changes nothing on this device either: what the platform does not have
   * yet stays here for the next launch that counts.
   */
  function visit(found) {
    const early = orphaned(found);
    copy = keepers.browser(course + '.lms.' + found.learner);
    const here = local();
    const all = settled(found, here);
    const there = opened(found.state);
    unproved = !all.heard ? all.text : early ? early.text : '';
    // Some platforms do not hand over the state of an attempt that is over.
    kept = Object.assign(nothing(), { text: filled(there.text, here.text) || (found.mode === 'review' && here.done ? here.text : '') });
    news = kept.text;
  }

  function join(found, begun) {
    link = found;
    trouble = '';
    if (found.mode !== 'normal') {
      visit(found);
      return;
    }
    const early = begun || orphaned(found);
    keepers.browser(course + '.lms.who').save(found.learner);
    if (early) {
      copy.save('');
    }
    copy = keepers.browser(course + '.lms.' + found.learner);
    kept = settled(found, local());
    if (!kept.heard && kept.parcel) {
      parcel = parcelOf(kept.parcel);
    }
    if (early) {
      // What was done before a platform that came late.
      kept.revision += early.revision + 1;
      kept.text = kept.text ? merged(kept.text, early.text) : early.text;
      news = kept.text;
      kept.waiting = kept.waiting.concat(early.waiting);
    }
    store();
    if (early) {
      send();
    }
  }

  function open(ready) {
    let begun = false;
    wire.connect((found) => {
      if (found) {
        join(found, begun ? kept : null);
      } else {
        kept = local();
        trouble = 'no-lms';
      }
      if (!begun) {
        begun = true;
        ready(kept.text);
      }
      changed();
      if (leaving && link) {
        // Who left before the platform had answered; what is being sent first goes on its own.
        close(leaving);
      }
    });
    window.addEventListener('online', () => {
      // The first attempt often comes before the network does.
      pause = RETRY / 2;
      retry();
    });
    window.addEventListener('offline', () => tell('lms-offline'));
  }

  function tell(news) {
    if (link && link.mode === 'normal' && !ended) {
      trouble = news;
      changed();
    }
  }

  function store() {
    if (!link || link.mode === 'normal') {
      copy.save(JSON.stringify(kept));
    }
  }

  /** What another tab of this browser has done meanwhile, as if it had been done here. */
  function adopt() {
    const other = link && link.mode === 'normal' ? local() : kept;
    if (!other.tab || other.tab === tab) {
      return;
    }
    const ours = kept.waiting.map((one) => one.uuid);
    const theirs = other.waiting.reduce((all, one) => Object.assign(all, { [one.uuid]: one }), {});
    kept.waiting = other.waiting
      .filter((one) => ours.indexOf(one.uuid) < 0)
      .concat(kept.waiting.map((one) => Object.assign({}, theirs[one.uuid], one)));
    if (other.text !== kept.text) {
      kept.text = kept.text && other.text ? merged(other.text, kept.text) : kept.text || other.text;
      news = kept.text;
    }
    if (other.parcel && other.revision > kept.revision) {
      parcel = parcelOf(other.parcel);
    }
    kept.seen = Object.assign({}, other.seen, kept.seen, other.device === kept.device ? {} : { [other.device]: other.revision });
    kept.revision = Math.max(other.revision, kept.revision);
    kept.done = kept.done || other.done;
    kept.heard = false;
    store();
  }

  function parcelOf(standing) {
    return Object.assign(Object.create({ get text() { return stamped(fitting(kept.text)); } }), standing);
  }

  function answer(given) {
    if (!link || link.mode === 'normal') {
      kept.waiting.push(Object.assign({ uuid: uuid(), at: Date.now() }, given));
    }
  }

  function save(text, place, standing, objectives) {
    adopt();
    kept.revision += 1;
    kept.text = text;
    kept.heard = false;
    kept.done = standing.done;
    kept.parcel = { place: place, course: standing, objectives: objectives };
    parcel = parcelOf(kept.parcel);
    store();
    sendSoon();
  }

  /** What was done is kept on the device at once. A platform may hold up the page for a second: it comes after the verdict. */
  function sendSoon() {
    if (!soon) {
      soon = true;
      (wire.later || ((then) => then()))(() => soon && send());
    }
  }

  function send() {
    soon = false;
    clearTimeout(timer);
    if (!link || link.mode !== 'normal' || ended || !parcel) {
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const revision = numbered();
    const answers = unsent();
    flying = answers.map((one) => one.uuid);
    wire.send(
      parcel,
      answers,
      (heard, taken, news) => {
        busy = false;
        flying = [];
        took(taken, revision);
        // With no network some answer true all the same.
        const online = navigator.onLine !== false;
        kept.heard = heard && online && !again;
        store();
        refusals = heard ? 0 : refusals + (online && news !== 'away' ? 1 : 0);
        const refused = news === 'partly' || kept.waiting.some((one) => one.partly);
        const unheard = news === 'away' ? 'lms-away' : refusals < PATIENCE ? 'lms-failed' : 'lms-refused';
        tell(!online ? 'lms-offline' : !heard ? unheard : refused ? 'lms-partly' : '');
        pause = kept.heard ? RETRY : Math.min(LONGEST, pause * 2);
        if (again) {
          again = false;
          send();
        } else if (leaving) {
          close(leaving);
        } else if (!kept.heard && !ended) {
          timer = setTimeout(send, pause);
        }
      },
      () => {
        kept.heard = false;
        store();
        tell(navigator.onLine === false ? 'lms-offline' : 'lms-away');
        clearTimeout(timer);
        timer = ended ? 0 : setTimeout(send, pause);
      }
    );
  }

  /** Some platforms send only what has changed: the same state goes again under another number. */
  function numbered() {
    kept.revision += kept.revision === sent ? 1 : 0;
    sent = kept.revision;
    return sent;
  }

  /** What is certain to have arrived is no concern any more; the rest is, until a launch proves it. */
  function took(taken, revision) {
    taken.forEach((one) => {
      one.revision = revision;
    });
    const ids = taken.map((one) => one.uuid);
    handed = handed.concat(ids);
    kept.waiting = kept.waiting
      .map((one) => taken[ids.indexOf(one.uuid)] || one)
      .filter((one) => !wire.certain || one.partly || ids.indexOf(one.uuid) < 0);
  }

  /** At once, because somebody has done something about it. */
  function retry() {
    if (parcel) {
      send();
    } else {
      tell(navigator.onLine === false ? 'lms-offline' : '');
    }
  }

  function unsent() {
    const place = (one) => (one.index === undefined ? Infinity : one.index);
    return kept.waiting
      .filter((one) => handed.indexOf(one.uuid) < 0 && flying.indexOf(one.uuid) < 0)
      .sort((one, other) => (place(one) === place(other) ? one.at - other.at : place(one) - place(other)));
  }

  /**
   * A page that goes can wait for nothing, and browsers block most that it asks for. A learner who
   * says so first can.
   */
  function close(left) {
    clearTimeout(timer);
    if (left && !ended && (busy || !link)) {
      leaving = left;
      return;
    }
    if (!link || ended) {
      return;
    }
    adopt();
    ended = true;
    trouble = 'ended';
    const rest = link.mode === 'normal' && parcel && !kept.heard && (again || !busy) ? parcel : null;
    if (rest) {
      numbered();
      store();
    }
    wire.leave(left || (() => {}), rest ? unsent() : [], rest);
    // Where the last answers went.
    store();
  }

  return {
    open: open,
    // A platform that came late may have brought an earlier state along.
    read() {
      adopt();
      const text = news;
      news = '';
      return text;
    },
    answer: answer,
    save: save,
    close: close,
    health() {
      const looks = link && link.mode !== 'normal' && !ended;
      return looks ? link.mode : trouble + (trouble && trouble !== 'ended' && copy.health() ? '-unkept' : '');
    },
    retry: retry,
    launch: () => ({ mode: link ? link.mode : 'normal', result: (link && link.result) || { status: '', score: '' }, unproved: unproved }),
    watch(tell) {
      changed = tell;
    },
    limit: Infinity
  };
}

/** After the next picture; soon, where nobody sees the page and none is made. */
function afterPicture(then) {
  let waits = true;
  const go = () => {
    if (waits) {
      waits = false;
      then();
    }
  };
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 500);
}

/** Who does not answer for long is asked again: a learner must not wait for ever to be told. */
function askFor(address, how, patience) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patience);
  const over = () => clearTimeout(timer);
  const asked = fetch(address, Object.assign({ cache: 'no-store', signal: limit.signal }, how));
  asked.then(over, over);
  return asked;
}

/**
 * A text as every platform takes it: on one line, of whole characters, and nothing in it that a
 * standard reads as a mark of its own.
 */
function plainText(text, longest) {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length > 1 ? found : '\ufffd'))
    .replace(/^ ?\{/, '(')
    .replace(/\[([,.:])\]/g, '($1)')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
}

/** Letters, digits and stops: for a platform that refuses the rest. */
function plainestText(text) {
  return text.replace(/[^\w\u00c0-\ud7ff\uf900-\ufefc .,;:!?()'-]/g, ' ');
}

/** RFC 4122, version 4. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.prototype.map.call(bytes, (byte) => ('0' + byte.toString(16)).slice(-2)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
