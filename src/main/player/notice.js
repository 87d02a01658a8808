/**
 * Says how a learner's work is kept: at the foot of the window, wherever the page is scrolled. A screen reader hears it
 * once, until it changes.
 *
 * @param {string} text '' when there is nothing to say
 * @param {string} tone warn, info or good
 */
function say(text, tone) {
  const notice = document.getElementById('notice');
  const bar = notice && notice.parentElement;
  if (!bar || notice.textContent === text) {
    return;
  }
  const fold = dom.one('[data-fold]', bar);
  if (!fold.onclick) {
    fold.onclick = () => fold.setAttribute('aria-expanded', String(!bar.classList.toggle('folded')));
    new ResizeObserver(() => uncover(bar)).observe(bar);
  }
  bar.className = text ? 'told on ' + tone : 'told';
  fold.setAttribute('aria-expanded', 'true');
  dom.show(fold, text && tone !== 'good');
  dom.text(notice, text);
}

/** The page ends above the notice, and what has the focus is not behind it (WCAG 2.4.11). */
function uncover(bar) {
  document.documentElement.style.setProperty('--told', bar.offsetHeight + 'px');
  const here = document.activeElement;
  const box = here.getBoundingClientRect();
  const edge = window.innerHeight - bar.offsetHeight;
  if (!bar.contains(here) && box.bottom > edge && box.top < window.innerHeight && box.height < edge) {
    here.scrollIntoView({ block: 'nearest' });
  }
}
