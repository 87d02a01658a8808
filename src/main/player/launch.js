function formOf(key) {
  return dom.all('[data-question]').filter((one) => one.getAttribute('data-question') === key)[0];
}

function onOneLine(element) {
  return element ? element.textContent.replace(/\s+/g, ' ').trim() : '';
}

/** What a learner reads of a question. */
function promptOf(key) {
  const form = formOf(key);
  return form ? onOneLine(dom.one('legend', form)) : '';
}

/** What a learner reads of each of its choices, by id. */
function textsOf(question) {
  const texts = {};
  const form = formOf(question.key);
  question.choices.concat(question.targets).forEach((id) => {
    texts[id] = onOneLine(dom.choice(form, id));
  });
  return texts;
}

/**
 * What a page in a learning platform does besides: it hears of news, says what they mean, and lets the learner leave.
 *
 * @param {Keeper} keeper
 * @param {Session} session
 * @param {(() => void)} news told when a platform was lost, is back, or came late
 */
function platformOnPage(keeper, session, news) {
  const words = session.words;
  const bar = document.getElementById('notice').parentElement;
  const retry = dom.one('[data-try]', bar);
  const record = dom.one('[data-record]', bar);
  let before = '';
  let asked = false;
  /** @type {{of: string, text: string}} what was tried by hand, and how that went */
  let tried = { of: '', text: '' };
  let well = 0;
  let from = null;

  /** The state of what should be downloaded, if anything. */
  function lacking(trouble) {
    const mode = keeper.launch().mode;
    const state = mode === 'normal' ? session.state() : core.unpack(keeper.launch().unproved);
    const worked = core.overall(state, session.course).taken > 0 || Object.keys(state.quizzes).length > 0;
    return trouble && worked ? state : null;
  }

  /** What a learner who only looks should know, and where what is not sent yet is. */
  function looking(launch) {
    const result = launch.result;
    const known = [words['was-' + result.status]].concat(result.score === '' ? [] : Math.round(result.score) + ' %');
    return [words[launch.mode], result.status && dom.fill(words['on-record'], known.join(', ')), launch.unproved && words.unproved]
      .filter((text) => text)
      .join(' ');
  }

  function passing(trouble) {
    return /^lms-/.test(trouble);
  }

  session.tell = () => {
    const trouble = session.trouble();
    const launch = keeper.launch();
    const looks = trouble === launch.mode;
    const inside = bar.contains(document.activeElement);
    if (passing(before) && !trouble) {
      // Long enough to be read, and gone before it is in the way.
      well = setTimeout(() => {
        well = 0;
        session.tell();
      }, 8000);
    } else if (trouble) {
      clearTimeout(well);
      well = 0;
    }
    before = trouble;
    say(
      asked ? words.trying : looks ? looking(launch) : trouble ? (tried.of === trouble && tried.text) || words[trouble] || '' : well ? words['lms-back'] : '',
      looks ? 'info' : trouble ? 'warn' : 'good'
    );
    dom.show(retry, passing(trouble));
    dom.show(record, Boolean(lacking(trouble)));
    dom.all('[data-kept]').forEach((place) => looks && dom.text(place, words['unrecorded-' + trouble]));
    // A button that has gone takes the focus along, at once or later.
    const here = /** @type {HTMLElement} */ (document.activeElement);
    if (inside && (here.hidden || !bar.contains(here))) {
      dom.focus(from || document.getElementById('main'));
    }
  };

  dom.on(bar, 'focusin', (event) => {
    from = bar.contains(event.relatedTarget) ? from : event.relatedTarget;
  });
  dom.on(record, 'click', () => download(session, lacking(before)));
  dom.on(retry, 'click', () => {
    asked = true;
    session.tell();
    keeper.retry();
  });
  keeper.watch(() => {
    const trouble = session.trouble();
    if (asked) {
      // Who has signed in again, and is still refused, has an old session in this window.
      const said = trouble === before ? trouble.replace('refused', 'reopen') : trouble;
      tried = { of: trouble, text: words[said] + ' ' + dom.fill(words.tried, new Date().toLocaleTimeString(session.course.language)) };
      asked = false;
    }
    news();
  });
  if (keeper.leaves) {
    const leave = dom.one('[data-leave]');
    dom.show(leave, true);
    dom.on(leave, 'click', () => {
      dom.show(leave, false);
      keeper.close(() => showProgress(session));
    });
  }
}
