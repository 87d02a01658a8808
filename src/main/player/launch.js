/** What a learner reads of a question, on one line. */
function promptOf(key) {
  const form = dom.all('[data-question]').filter((one) => one.getAttribute('data-question') === key)[0];
  return form ? dom.one('legend', form).textContent.replace(/\s+/g, ' ').trim() : '';
}

/**
 * What a page in a learning platform does besides: it hears of news, and lets the learner leave.
 *
 * @param {Keeper} keeper
 * @param {Session} session
 * @param {function(): void} news told when a platform was lost, is back, or came late
 */
function platformOnPage(keeper, session, news) {
  keeper.watch(news);
  if (keeper.leaves) {
    const leave = dom.one('[data-leave]');
    dom.show(leave, true);
    dom.on(leave, 'click', () => {
      dom.show(leave, false);
      keeper.close(() => showProgress(session));
    });
  }
}
