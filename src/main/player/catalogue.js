/** How far one has come in each course, where this browser knows of it: then alone it loads what reads that. */
(() => {
  'use strict';

  const assets = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const place = /^http/.test(assets) ? new URL('..', assets).pathname : '';

  function saved(course) {
    try {
      return localStorage.getItem('rebound.' + place + course) || localStorage.getItem('rebound.' + course);
    } catch (blocked) {
      return null;
    }
  }

  function show(item, text) {
    const state = core.unpack(text);
    const of = Number(item.getAttribute('data-steps'));
    const ended = (all) => Object.keys(all).filter((id) => all[id].best !== null).length;
    // A practice exam is no step of the course.
    const exams = (item.getAttribute('data-exams') || '').split(' ').filter((id) => core.quizOf(state, id).best !== null).length;
    const taken = Math.min(of, state.lessons.length + ended(state.quizzes) + ended(state.talks) - exams);
    const line = item.querySelector('[data-so-far]');
    const words = line.getAttribute(taken < of ? 'data-so-far' : 'data-over');
    if (taken) {
      line.textContent = words.replace('{0}', String(taken)).replace('{1}', String(of));
      line.classList.toggle('done', taken === of);
      const bar = document.createElement('span');
      const full = document.createElement('span');
      bar.className = 'bar';
      bar.append(full);
      line.prepend(bar);
      // A style attribute in the page would break its security policy; the object model may set one.
      full.style.width = (100 * taken) / of + '%';
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    const begun = Array.from(document.querySelectorAll('[data-course]'))
      .map((item) => ({ item: item, text: saved(item.getAttribute('data-course')) }))
      .filter((it) => it.text);
    if (begun.length) {
      const script = document.createElement('script');
      script.src = new URL('player.js', assets).href;
      script.onload = () => begun.forEach((it) => show(it.item, it.text));
      document.head.append(script);
    }
  });
})();
