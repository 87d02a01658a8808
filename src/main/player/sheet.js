/**
 * A sheet that is filled in on the screen and sent back as a file: what was picked and written in
 * each row, as CSV. Nothing leaves the page but by that file.
 */
(() => {
  'use strict';

  function cell(text) {
    // A spreadsheet runs a cell that starts like a formula.
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return '"' + safe.replace(/"/g, '""') + '"';
  }

  function line(cells) {
    return cells.map(cell).join(',') + '\r\n';
  }

  /** What somebody did in a row: the values picked, then what was written. */
  function done(row) {
    const picked = Array.from(row.querySelectorAll('input:checked'), (input) => input.value);
    const written = Array.from(row.querySelectorAll('textarea'), (area) => area.value.trim());
    return [picked.join(' '), ...written];
  }

  function start() {
    const form = document.querySelector('form[data-head]');
    if (!form) {
      return;
    }
    const rows = Array.from(form.querySelectorAll('[data-cells]'));
    /** @type {HTMLInputElement} */
    const name = form.querySelector('[data-name]');
    const output = form.querySelector('output');
    let unsaved = false;

    function count() {
      const answered = rows.filter((row) => done(row).some((text) => text)).length;
      output.textContent = output
        .getAttribute('data-done')
        .replace('{0}', String(answered))
        .replace('{1}', String(rows.length));
    }

    function save() {
      const by = name.value.trim();
      const lines = rows.map((row) => {
        const own = row.getAttribute('data-cells');
        return line([by, ...JSON.parse(own), ...done(row)]);
      });
      const text = line(JSON.parse(form.getAttribute('data-head'))) + lines.join('');
      const link = document.createElement('a');
      const who = by.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
      link.href = URL.createObjectURL(new Blob(['\uFEFF' + text], { type: 'text/csv' }));
      link.download = form.getAttribute('data-file') + (who ? '-' + who : '') + '.csv';
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      unsaved = false;
    }

    form.addEventListener('input', () => {
      unsaved = true;
      count();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      save();
    });
    addEventListener('beforeunload', (event) => {
      if (unsaved) {
        event.preventDefault();
      }
    });
    document.querySelectorAll('[data-on-screen]').forEach((/** @type {HTMLElement} */ part) => {
      part.hidden = false;
    });
    count();
  }

  document.addEventListener('DOMContentLoaded', start);
})();
