/** Light or dark as the system says, until the learner says otherwise. Runs before the page is drawn. */
const theme = (function () {
  const KEY = 'rebound.theme';
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch (blocked) {
      return null;
    }
  }

  function apply(name) {
    if (name === 'light' || name === 'dark') {
      root.setAttribute('data-theme', name);
    }
  }

  function isDark() {
    const chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function toggle() {
    const name = isDark() ? 'light' : 'dark';
    apply(name);
    try {
      localStorage.setItem(KEY, name);
    } catch (blocked) {
      // It holds for this page.
    }
  }

  // Until the player has started, a package shows its opening only.
  root.setAttribute('data-player', 'starting');
  apply(stored());
  return {
    start() {
      root.removeAttribute('data-player');
      dom.all('[data-theme-switch]').forEach((button) => {
        dom.show(button, true);
        dom.on(button, 'click', toggle);
      });
    }
  };
})();
