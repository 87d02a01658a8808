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
    debrief(talk, here);
    if (move) {
      dom.text(part('status'), dom.fill(words.meters, talk.heat, heat, talk.loyalty, loyalty));
      line.focus({ preventScroll: true });
      line.scrollIntoView({ block: 'start' });
    }
    since = Date.now();
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
    talk.steps.forEach((step) => {
      const given = reply(step.node, step.reply.id);
      const better = !step.reply.right && reply(step.node, scenario.nodes[step.node].best);
      const item = dom.make('li', step.reply.right ? 'applied' : 'broken', said('p', 'chosen', words.you, dom.one('[data-text]', given)));
      item.append(...dom.copy(dom.one('[data-why]', given)));
      if (better) {
        item.append(said('p', 'better', words.better, dom.one('[data-text]', better)));
      }
      walk.append(item);
    });
  }

  function change(run) {
    return () => {
      session.update(run);
      show(true);
    };
  }

  dom.on(part('back'), 'click', change((before) => core.unsaid(before, scenario)));
  dom.on(part('again'), 'click', change((before) => core.restarted(before, id)));
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
