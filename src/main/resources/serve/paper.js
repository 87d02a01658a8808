/**
 * What is printed: the sheet that the author is at first. The browser shows the PDF; here is which, and when it is
 * another.
 */
import { ask } from './ask.js';

const one = (id) => document.getElementById(id);

/** The paper part of the window. */
export function paper() {
  let shown = false;
  /** @type {Array<{href: string, name: string, here: boolean, page: number}>} */
  let sheets = [];
  let version = 0;
  let asked = 0;

  function say(text, bad = false) {
    one('paper-says').textContent = text;
    one('paper-says').toggleAttribute('data-bad', bad);
  }

  const chosen = () => sheets[one('paper-choose').value];

  /** Lays it out, and shows it where it is another than before. */
  async function draw() {
    const sheet = chosen();
    const mine = ++asked;
    one('paper-tab').hidden = !sheet;
    if (!sheet) {
      one('paper-frame').hidden = true;
      say('Nothing of this course is printed: its course.yaml has no `print:`.');
      return;
    }
    one('paper-tab').href = sheet.href + '#page=' + sheet.page;
    say('It is being laid out…');
    let answer = null;
    try {
      answer = await fetch(sheet.href);
    } catch (gone) {
      say('The server is not there.', true);
      return;
    }
    const fresh = sheet.href + '?' + (answer.headers.get('ETag') || '').replace(/\W/g, '');
    const wrong = answer.ok ? '' : await answer.text();
    if (mine !== asked) {
      return;
    }
    if (wrong) {
      say(wrong, true);
      return;
    }
    say('');
    one('paper-frame').hidden = false;
    if (fresh !== one('paper-frame').dataset.shows) {
      one('paper-frame').dataset.shows = fresh;
      one('paper-frame').contentWindow.location.replace(fresh + '#page=' + sheet.page + '&view=FitH&navpanes=0');
    }
  }

  function group(label, from) {
    const made = document.createElement('optgroup');
    made.label = label;
    made.append(...from.map(([sheet, i]) => new Option(sheet.name, String(i))));
    return made;
  }

  one('paper-choose').addEventListener('change', draw);

  return {
    /**
     * @param {string} page that is shown
     * @param {string=} file that the author is at, where it has no page
     */
    async show(page, file = '') {
      shown = true;
      const answer = await ask('/_/paper', { page, file });
      sheets = answer.ok ? answer.value : [];
      const all = sheets.map((sheet, i) => [sheet, i]);
      const here = all.filter(([sheet]) => sheet.here);
      const others = all.filter(([sheet]) => !sheet.here);
      one('paper-choose').replaceChildren(...(here.length ? [group('Where you are', here)] : []), ...(others.length ? [group('All of the course', others)] : []));
      one('paper-choose').closest('label').hidden = sheets.length === 0;
      await draw();
    },
    hide() {
      shown = false;
    },
    /** The content is another. */
    renewed(of) {
      if (shown && of > version) {
        draw();
      }
      version = Math.max(version, of);
    },
  };
}
