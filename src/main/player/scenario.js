/**
 * A practice conversation on the page: what is said grows into a transcript, replies are buttons, two
 * meters show what each reply does, and the debrief walks back over the way taken. All words are in the
 * page already, as the script that whoever has no JavaScript reads.
 *
 * @param {HTMLElement} place
 * @param {Session} session
 */
function scenarioOnPage(place, session) {
  const id = place.getAttribute('data-scenario');
  const scenario = session.course.scenes.filter((it) => it.id === id)[0];
  const words = session.words;
  const part = (name) => dom.one('[data-' + name + ']', place);
  const script = part('script');
  const own = ownWords(session, id);
  /** Where the replies have been uncovered: how many had been given by then; -1 for nowhere. */
  let uncovered = -1;
  let since = Date.now();

  const node = (name) => dom.one('[data-node="' + name + '"]', place);
  const reply = (at, name) => dom.one('[data-reply="' + name + '"]', node(at));

  function said(name, kind, who, text) {
    return dom.make(name, kind, dom.make('b', 'who', who + ':'), ' ', dom.make('span', '', ...dom.copy(text)));
  }

  function theirs(at) {
    return said('li', 'them', dom.one('.who', node(at)).textContent.replace(/:$/, ''), dom.one('[data-line]', node(at)));
  }

  function meter(name, value, before) {
    const place = part(name);
    const change = value - before;
    const word = words[name + '-' + Math.min(4, Math.floor(value / 2))];
    place.setAttribute('data-level', Math.min(4, Math.floor(value / 2)));
    dom.all('i', place).forEach((bar, at) => bar.classList.toggle('on', at < value));
    dom.text(dom.one('[data-value]', place), dom.fill(words['of-ten'], value));
    dom.text(dom.one('[data-word]', place), word);
    dom.text(dom.one('[data-change]', place), change ? dom.fill(words[change > 0 ? 'up' : 'down'], Math.abs(change)) : '');
    return word;
  }

  /** @param {boolean} move whether the reader goes along to what was just said */
  function show(move) {
    const talk = core.walk(session.state(), scenario);
    const here = scenario.nodes[talk.node];
    dom.show(part('changed'), talk.lost > 0);
    const last = talk.steps[talk.steps.length - 1] || talk;
    const log = part('transcript');
    log.textContent = '';
    talk.steps.forEach((step) => {
      log.append(theirs(step.node), said('li', 'you', words.you, dom.one('[data-text]', reply(step.node, step.reply.id))));
    });
    const line = theirs(talk.node);
    line.setAttribute('tabindex', '-1');
    line.classList.add('now');
    log.append(line);
    const heat = meter('heat', talk.heat, last.heat);
    part('face').setAttribute('data-face', part('heat').getAttribute('data-level'));
    const loyalty = meter('loyalty', talk.loyalty, last.loyalty);
    const replies = part('replies');
    replies.textContent = '';
    here.replies.forEach((one) => {
      const button = dom.make('button', 'reply', dom.one('[data-text]', reply(talk.node, one.id)).textContent);
      button.type = 'button';
      dom.on(button, 'click', () => {
        session.reply(scenario, talk.node, one, (Date.now() - since) / 1000);
        session.unrecorded(part('unrecorded'));
        show(true);
      });
      replies.append(dom.make('li', '', button));
    });
    dom.show(part('turn'), !here.ending);
    turn(talk);
    debrief(talk, here);
    if (move) {
      const ended = here.ending ? [words['ending-' + here.ending] + '.', part('moral').textContent.trim()] : [];
      dom.text(part('status'), [dom.fill(words.meters, talk.heat, heat, talk.loyalty, loyalty)].concat(ended).join(' '));
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: 'start' });
    }
    since = Date.now();
  }

  /** First the learner's own words, then the replies: what was thought of before it is read stays. */
  function turn(talk) {
    const typed = own.at(talk.steps.length, talk.node);
    const covered = uncovered !== talk.steps.length;
    dom.show(part('own'), covered);
    dom.show(part('choose'), !covered);
    part('words').value = typed;
    part('mine').textContent = '';
    part('mine').append(...(typed ? [dom.make('b', 'who', words.mine + ':'), ' ', typed] : []));
    dom.show(part('mine'), Boolean(typed));
  }

  /** @param {boolean} typed whether what stands in the field counts */
  function uncover(typed) {
    const talk = core.walk(session.state(), scenario);
    if (typed && !part('words').value.trim()) {
      part('words').focus();
      return;
    }
    own.keep(talk.steps.length, talk.node, part('words').value.trim());
    uncovered = talk.steps.length;
    turn(talk);
    dom.focus(part('closest'));
  }

  function debrief(talk, here) {
    const walk = part('walk');
    walk.textContent = '';
    dom.show(part('debrief'), Boolean(here.ending));
    if (!here.ending) {
      return;
    }
    part('debrief').setAttribute('data-ending', here.ending);
    dom.text(part('ended'), words['ending-' + here.ending]);
    part('moral').textContent = '';
    part('moral').append(...dom.copy(dom.one('[data-moral]', node(talk.node))));
    dom.show(part('forget'), own.any());
    talk.steps.forEach((step, at) => {
      const given = reply(step.node, step.reply.id);
      const mine = own.at(at, step.node);
      const better = !step.reply.right && reply(step.node, core.better(scenario, step));
      const item = dom.make('li', step.reply.right ? 'applied' : 'broken', said('p', 'chosen', words.you, dom.one('[data-text]', given)));
      if (mine) {
        item.append(dom.make('p', 'mine', dom.make('b', 'who', words.mine + ':'), ' ', mine), ...(session.cards ? [phraseButton(session, mine)] : []));
      }
      item.append(...dom.copy(dom.one('[data-why]', given)));
      if (better) {
        item.append(said('p', 'better', words.better, dom.one('[data-text]', better)));
        item.append(...(session.cards ? [phraseButton(session, dom.one('[data-text]', better).textContent.trim())] : []));
      }
      walk.append(item);
    });
  }

  function change(run) {
    return () => {
      session.update(run);
      uncovered = -1;
      show(true);
    };
  }

  dom.on(part('back'), 'click', change((before) => core.unsaid(before, scenario)));
  dom.on(part('again'), 'click', change((before) => core.restarted(before, id)));
  dom.on(part('typed'), 'click', () => uncover(true));
  dom.on(part('aloud'), 'click', () => uncover(false));
  dom.on(part('skip'), 'click', () => uncover(false));
  dom.on(part('words'), 'input', () => {
    const talk = core.walk(session.state(), scenario);
    own.keep(talk.steps.length, talk.node, part('words').value);
  });
  dom.on(dom.one('button', part('forget')), 'click', () => {
    own.forget();
    show(false);
    dom.focus(part('ended'));
  });
  // Paper shows the script whether it is folded or not.
  script.open = false;
  let folded = true;
  dom.on(window, 'beforeprint', () => {
    folded = !script.open;
    script.open = true;
  });
  dom.on(window, 'afterprint', () => {
    script.open = !folded;
  });
  dom.show(part('print'), true);
  dom.on(part('print'), 'click', () => window.print());
  place.classList.add('live');
  dom.show(part('stage'), true);
  show(false);
}

/**
 * What a learner has typed in a conversation, turn by turn. On the site this device keeps it until a button deletes it; where a
 * platform launches the course the device is anybody's, and it is gone with the page. It is never sent.
 *
 * @param {Session} session
 * @param {string} id the scenario's
 */
function ownWords(session, id) {
  const place = session.cards ? keepers.browser(session.course.course + '.own.' + id, undefined, session.course) : null;
  const key = (turn, node) => turn + '/' + node;
  let all = {};
  try {
    all = JSON.parse((place && place.read()) || '{}') || {};
  } catch (notOurs) {
    all = {};
  }
  function save() {
    if (place) {
      place.save(Object.keys(all).length ? JSON.stringify(all) : '');
    }
  }
  return {
    any: () => Object.keys(all).length > 0,
    at: (turn, node) => String(all[key(turn, node)] || ''),
    keep(turn, node, text) {
      delete all[key(turn, node)];
      if (text) {
        all[key(turn, node)] = text;
      }
      save();
    },
    forget() {
      all = {};
      save();
    }
  };
}
