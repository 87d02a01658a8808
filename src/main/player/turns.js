/** A dialogue turn by turn, for whoever wants to find where it turns before they read it. */
function turnsOnPage() {
  dom.all('.dialogue').forEach((dialogue) => {
    const button = dom.one('[data-turns]', dialogue);
    const turns = dom.all('.turn', dialogue);
    let shown = 0;
    dom.show(button, turns.length > 1);
    dom.on(button, 'click', () => {
      shown += 1;
      turns.forEach((turn, at) => dom.show(turn, at < shown));
      dom.text(button, button.getAttribute('data-next'));
      turns[shown - 1].setAttribute('tabindex', '-1');
      if (shown === turns.length) {
        dom.focus(turns[shown - 1]);
        dom.show(button, false);
      } else {
        turns[shown - 1].scrollIntoView({ block: 'nearest' });
      }
    });
  });
}
