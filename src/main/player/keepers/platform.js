/**
 * What the keepers for a learning platform share: nothing a learner did is given up before the
 * platform is known to have it.
 *
 * The state, and every answer since the last that is proved, stays on this device as well. Some
 * platforms say "true" with no network: only what one gives back at the next launch is proved. So
 * each state that is sent begins with the device that sends it and a number that grows there, then
 * those of other devices whose states are in it: k3f9a12.b81dc7|
 *
 * @typedef {{learner: string, mode: string, state: string, result: (Result|undefined)}} Link
 *   mode: normal, or review or browse, in which nothing is recorded; state: what was sent last, as the
 *   platform has it; result: what it says of the attempt
 * @typedef {Answer & {uuid: string, at: number, revision: (number|undefined),
 *   index: (number|undefined), contested: (boolean|undefined)}} Waiting
 *   at: when it was given; revision: of the state that it belongs to; index: of the interaction as
 *   which it was sent; contested: another device may have taken that since
 * @typedef {{text: string, place: string, course: {done: boolean, passed: boolean, score: number,
 *   steps: number, taken: number}, objectives: Objective[]}} Parcel
 * @typedef {{connect: function(function(?Link): void): void,
 *   send: function(Parcel, Waiting[], function(boolean, Waiting[]): void): void,
 *   leave: function(function(): void, Waiting[], ?Parcel): void, certain: boolean, limit: number}} Wire
 *   connect: calls back once, or again when a platform that was missing is there at last;
 *   send: calls back with whether it was heard, and which answers it took over;
 *   leave: told what has not been sent, if it can still be;
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
  let copy = keepers.browser(course + '.lms');
  let kept = nothing();
  /** @type {?Link} */
  let link = null;
  let ended = false;
  let trouble = '';
  let refusals = 0;
  let unproved = '';
  let changed = () => {};
  /** @type {?Parcel} */
  let parcel = null;
  let handed = [];
  let news = '';
  let flying = [];
  let busy = false;
  let again = false;
  let leaving = null;
  let pause = RETRY;
  let timer = 0;

  /** seen: of each other device, how much of it is in this state. */
  function nothing() {
    return { device: core.digest(uuid()), revision: 0, seen: {}, text: '', waiting: [], heard: true, done: false };
  }

  function local() {
    try {
      return Object.assign(nothing(), JSON.parse(copy.read()));
    } catch (notOurs) {
      return nothing();
    }
  }

  function stamped(text) {
    const others = Object.keys(kept.seen).filter((device) => device !== kept.device);
    const all = [kept.device + kept.revision.toString(36)].concat(others.map((device) => device + kept.seen[device].toString(36)));
    return all.slice(0, DEVICES).join('.') + '|' + text;
  }

  /** What the platform has: of each device, how much. */
  function opened(state) {
    const stamp = (/^[0-9a-z.]+\|/.exec(state) || [''])[0];
    const seen = {};
    (stamp.match(/[0-9a-z]{6,}/g) || []).forEach((one) => (seen[one.slice(0, 5)] = parseInt(one.slice(5), 36)));
    return { seen: seen, text: state.slice(stamp.length) };
  }

  /** Two states of one learner as one that takes nothing from either. */
  function merged(one, other) {
    return core.pack(core.joined(core.unpack(one), core.unpack(other)), wire.limit);
  }

  /**
   * What to go on with: the platform's state, unless this device knows more. A finished attempt that
   * the platform has forgotten is one it wants taken anew.
   */
  function settled(there, here) {
    const proved = there.seen[here.device] || 0;
    const mine = Object.assign({}, here.seen, { [here.device]: here.revision });
    const devices = Object.keys(there.seen);
    const news = devices.filter((device) => there.seen[device] > (mine[device] || 0));
    const alone = !there.text || (devices.length > 0 && !news.length);
    const knowsMore = here.revision > proved && (there.text || !here.heard || !here.done);
    return knowsMore
      ? Object.assign({}, here, {
          seen: news.reduce((all, device) => Object.assign(all, { [device]: there.seen[device] }), mine),
          text: alone ? here.text : merged(there.text, here.text),
          waiting: here.waiting
            .filter((answer) => !(answer.revision <= proved))
            .map((answer) => (alone ? answer : Object.assign({}, answer, { contested: true }))),
          heard: false
        })
      : Object.assign(nothing(), { device: here.device, revision: Math.max(proved, here.revision), seen: there.seen, text: there.text });
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
    const there = opened(found.state);
    const early = orphaned(found);
    copy = keepers.browser(course + '.lms.' + found.learner);
    const here = local();
    const all = settled(there, here);
    unproved = !all.heard ? all.text : early ? early.text : '';
    // Some platforms do not hand over the state of an attempt that is over.
    kept = Object.assign(nothing(), { text: there.text || (found.mode === 'review' && here.done ? here.text : '') });
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
    kept = settled(opened(found.state), local());
    if (early) {
      // What was done before a platform that came late.
      kept.revision += early.revision + 1;
      kept.text = kept.text ? merged(kept.text, early.text) : early.text;
      news = kept.text;
      early.waiting.forEach((answer) => (answer.revision = kept.revision));
      kept.waiting = kept.waiting.concat(early.waiting);
      store();
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

  function answer(given) {
    if (!link || link.mode === 'normal') {
      kept.waiting.push(Object.assign({ uuid: uuid(), at: Date.now() }, given));
    }
  }

  function save(text, place, standing, objectives) {
    kept.revision += 1;
    kept.text = text;
    kept.heard = false;
    kept.done = standing.done;
    kept.waiting.forEach((one) => (one.revision = one.revision || kept.revision));
    parcel = { text: '', place: place, course: standing, objectives: objectives };
    store();
    send();
  }

  function send() {
    clearTimeout(timer);
    if (!link || link.mode !== 'normal' || ended || !parcel) {
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    parcel.text = stamped(kept.text);
    const answers = unsent();
    flying = answers.map((one) => one.uuid);
    wire.send(parcel, answers, (heard, taken) => {
      const ids = taken.map((one) => one.uuid);
      busy = false;
      flying = [];
      if (wire.certain) {
        kept.waiting = kept.waiting.filter((one) => ids.indexOf(one.uuid) < 0);
      } else {
        handed = handed.concat(ids);
      }
      // With no network some answer true all the same.
      const online = navigator.onLine !== false;
      kept.heard = heard && online && !again;
      store();
      refusals = heard ? 0 : refusals + (online ? 1 : 0);
      tell(!online ? 'lms-offline' : heard ? '' : refusals < PATIENCE ? 'lms-failed' : 'lms-refused');
      pause = kept.heard ? RETRY : Math.min(LONGEST, pause * 2);
      if (again) {
        again = false;
        send();
      } else if (leaving) {
        close(leaving);
      } else if (!kept.heard && !ended) {
        timer = setTimeout(send, pause);
      }
    });
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
    return kept.waiting.filter((one) => handed.indexOf(one.uuid) < 0 && flying.indexOf(one.uuid) < 0);
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
    ended = true;
    trouble = 'ended';
    const rest = link.mode === 'normal' && parcel && !kept.heard && (again || !busy) ? parcel : null;
    if (rest) {
      rest.text = stamped(kept.text);
    }
    wire.leave(left || (() => {}), rest ? unsent() : [], rest);
  }

  return {
    open: open,
    // A platform that came late may have brought an earlier state along.
    read() {
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
    limit: wire.limit
  };
}

/** RFC 4122, version 4. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.prototype.map.call(bytes, (byte) => ('0' + byte.toString(16)).slice(-2)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
