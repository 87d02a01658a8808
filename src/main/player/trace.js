/** Filters the trace: by source, by stance, and down to the principles with gaps. */
(() => {
  'use strict';

  function start() {
    /** @type {HTMLFormElement} */
    const form = document.querySelector('[data-trace-filter]');
    /** @type {HTMLElement[]} */
    const rows = Array.from(document.querySelectorAll('[data-row]'));
    const output = form.querySelector('output');

    function sourceOf(row) {
      return row.getAttribute('data-of') || row.closest('tbody').getAttribute('data-source');
    }

    function filter() {
      let shown = 0;
      rows.forEach((row) => {
        const fits =
          (!form.source.value || form.source.value === sourceOf(row)) &&
          (!form.stance.value || form.stance.value === row.getAttribute('data-stance')) &&
          (!form.gaps.checked || row.getAttribute('data-gaps') !== '0');
        row.hidden = !fits;
        shown += fits && !row.hasAttribute('data-of') ? 1 : 0;
      });
      document.querySelectorAll('tbody[data-source]').forEach((/** @type {HTMLElement} */ body) => {
        body.hidden = !body.querySelector('[data-row]:not([hidden])');
      });
      output.textContent = output.getAttribute('data-shown').replace('{0}', String(shown));
    }

    /** A row that is led to shows its places; so does paper, all of them. */
    function openTarget() {
      const row = document.getElementById(location.hash.slice(1));
      const places = row && row.querySelector('details');
      if (places) {
        places.open = true;
      }
    }

    form.hidden = false;
    openTarget();
    window.addEventListener('hashchange', openTarget);
    window.addEventListener('beforeprint', () => document.querySelectorAll('.places details').forEach((/** @type {HTMLDetailsElement} */ it) => (it.open = true)));
    form.addEventListener('change', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    filter();
  }

  document.addEventListener('DOMContentLoaded', start);
})();
