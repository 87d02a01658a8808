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
