/** Says what is due wherever the page shows the practice deck: the course page in a line, its own page by quiz. */
function showDeck(session) {
  const cards = session.cards.read();
  const today = deck.dayOf(new Date());
  const groups = session.course.deck || [];
  const all = deck.standing(cards, [].concat(...groups.map((group) => group.cards)), today);
  const open = [];

  /** In the words that the place brings along. */
  function say(place, now) {
    const words = (name) => place.getAttribute('data-' + name) || '';
    const soon = now.next === 1 ? words('tomorrow') : dom.fill(words('later'), now.next);
    const due = now.due === 1 ? words('one') : dom.fill(words('many'), now.due);
    dom.text(place, now.due ? due : now.held ? soon : words('empty'));
  }

  dom.all('[data-due]').forEach((place) => say(place, all));
  groups.forEach((group) => {
    const now = deck.standing(cards, group.cards, today);
    dom.all('[data-deck="' + group.quiz + '"]').forEach((link) => {
      // Where nothing is due, the quiz itself is there.
      const address = link.getAttribute('href').split('#')[0] + (now.due ? '#practise' : '');
      link.setAttribute('href', address);
      if (now.due) {
        open.push(group.quiz);
      }
      const held = dom.one('[data-held]', link);
      dom.text(held, dom.fill(held.getAttribute('data-held'), now.held, group.cards.length));
      say(dom.one('[data-when]', link), now);
    });
  });
  const button = dom.one('[data-practise]');
  if (button) {
    dom.show(button, open.length > 0);
    button.setAttribute('href', 'quiz-' + open[0] + '.html#practise/0/' + all.due + '/0/' + open.slice(1).join(','));
  }
  const ended = /^#done\/(\d+)\/\d+\/(\d+)$/.exec(location.hash);
  const summary = dom.one('[data-ended]');
  if (ended && summary) {
    dom.text(summary, dom.fill(summary.getAttribute('data-ended'), ended[2], ended[1]));
    dom.show(summary, true);
  }
}

/** Gives the learner a text as a file to keep. */
function saveAs(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
