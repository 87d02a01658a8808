/**
 * Light or dark, usual or high contrast: as the system says, until the learner says otherwise. Runs
 * before the page is drawn.
 */
const theme = (function () {
  const root = document.documentElement;
  const known = { theme: ['light', 'dark'], contrast: ['usual', 'more'] };

  function stored(name) {
    try {
      return localStorage.getItem('rebound.' + name);
    } catch (blocked) {
      return null;
    }
  }

  function apply(name, value) {
    if (known[name].indexOf(value) >= 0) {
      root.setAttribute('data-' + name, value);
    } else {
      root.removeAttribute('data-' + name);
    }
  }

  function choose(name, value) {
    apply(name, value);
    try {
      localStorage.setItem('rebound.' + name, value);
    } catch (blocked) {
      // It holds for this page.
    }
  }

  function switches(panel) {
    const button = dom.one('summary', panel);
    dom.show(panel, true);
    dom.all('input', panel).forEach((input) => {
      const chosen = root.getAttribute('data-' + input.name) || '';
      input.checked = input.value === chosen;
      dom.on(input, 'change', () => choose(input.name, input.value));
    });
    // It lies over the page: whoever goes on reading has done with it.
    dom.on(panel, 'keydown', (event) => {
      if (event.key === 'Escape' && panel.open) {
        panel.open = false;
        button.focus();
      }
    });
    dom.on(document, 'click', (event) => {
      panel.open = panel.open && panel.contains(event.target);
    });
    dom.on(panel, 'focusout', (event) => {
      panel.open = panel.open && (!event.relatedTarget || panel.contains(event.relatedTarget));
    });
  }

  // Until the player has started, a package shows its opening only.
  root.setAttribute('data-player', 'starting');
  Object.keys(known).forEach((name) => apply(name, stored(name)));
  return {
    start: () => dom.all('[data-looks]').forEach(switches),
    /** The player has started. */
    settle: () => root.removeAttribute('data-player')
  };
})();
