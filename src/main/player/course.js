/**
 * What a learner can do with the progress kept in the browser: take it along as a file, bring it
 * back, erase it. Only the course page has this.
 *
 * The file: {"rebound": 1, "course": id, "title": …, "state": what core.pack writes,
 * "deck": what deck.pack writes, since there is a practice deck}
 *
 * @param {HTMLElement} place
 * @param {Session} session
 */
function keepingOnPage(place, session) {
  const FORMAT = 1;
  const part = (name) => dom.one('[data-' + name + ']', place);
  const status = part('kept');
  let former = null;

  /** Says what happened, in words the page brings along. */
  function say(name) {
    dom.text(status, status.getAttribute('data-' + name));
    dom.show(part('undo'), former !== null);
    gone();
  }

  /** All there is of it now. */
  function here() {
    return { state: session.state(), cards: session.cards.read(), drafts: session.drafts.all() };
  }

  function save() {
    const file = { rebound: FORMAT, course: session.course.course, title: document.title, state: core.pack(session.state(), 100000), deck: deck.pack(session.cards.read()) };
    saveAs(session.course.course + '-progress.json', 'application/json', JSON.stringify(file, null, 1) + '\n');
    former = null;
    say('saved');
  }

  function bring(text) {
    let file = null;
    former = null;
    try {
      file = JSON.parse(text);
    } catch (malformed) {
      file = null;
    }
    if (!file || typeof file.rebound !== 'number' || typeof file.state !== 'string') {
      say('foreign');
    } else if (file.rebound > FORMAT || (file.state && unreadable(file.state)) || !deck.unpack(String(file.deck || ''))) {
      say('newer');
    } else if (file.course !== session.course.course) {
      say('other');
    } else {
      former = here();
      session.cards.update((cards) => deck.merged(cards, deck.unpack(file.deck)));
      // What is here is kept: a file can only add to it.
      session.update((state) => core.joined(core.unpack(file.state), state));
      say('brought');
    }
  }

  /** Steps that were done and are no longer part of the course. */
  function gone() {
    const state = session.state();
    const lessons = session.course.lessons.map(core.digest);
    const quizzes = session.course.quizzes.map((quiz) => core.digest(quiz.id));
    const lost = state.lessons.filter((id) => lessons.indexOf(id) < 0).length +
      Object.keys(state.quizzes).filter((id) => state.quizzes[id].best !== null && quizzes.indexOf(id) < 0).length;
    const note = part('gone');
    dom.text(note, lost ? dom.fill(note.getAttribute(lost === 1 ? 'data-one' : 'data-many'), lost) : '');
  }

  dom.show(place, true);
  dom.on(part('export'), 'click', save);
  dom.on(part('import'), 'click', () => part('file').click());
  dom.on(part('file'), 'change', () => {
    const chosen = part('file').files[0];
    if (chosen) {
      const reader = new FileReader();
      reader.onload = () => bring(String(reader.result));
      reader.onerror = () => say('foreign');
      reader.readAsText(chosen);
      part('file').value = '';
    }
  });
  dom.on(part('erase'), 'click', () => {
    former = here();
    session.cards.update(() => ({}));
    session.drafts.replace({});
    session.update(() => core.empty());
    say('erased');
    part('undo').focus();
  });
  dom.on(part('undo'), 'click', () => {
    const back = former;
    former = null;
    session.cards.update(() => back.cards);
    session.drafts.replace(back.drafts);
    session.update(() => back.state);
    say('undone');
    status.focus();
  });
  gone();
}
