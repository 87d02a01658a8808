/**
 * What the workshop adds to a page of the course. In the workshop's frame it is told what is new by the window around
 * it; alone in a tab it asks for itself.
 */
import { LivePage } from './morph.js';
import { giveBack, keep } from './keep.js';
import { Editor } from './edit.js';
import { Marks } from './marks.js';

const page = new LivePage(document.documentElement);
const around = window.parent !== window ? window.parent.workshop : null;
const marks = new Marks(document, (mark) => around?.show(mark));
const path = decodeURIComponent(location.pathname.replace(/^\/site\//, ''));
let looks = 0;
/** @type {Editor?} where texts may be changed */
let editor = null;

function restart() {
  keep(editor?.draft());
  location.reload();
}

/** Style sheets are the looks, too. */
function restyle(version) {
  document.querySelectorAll('link[rel=stylesheet]').forEach((link) => {
    const fresh = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set('looks', String(version));
    fresh.href = address.href;
    fresh.addEventListener('load', () => link.remove());
    link.after(fresh);
  });
}

function onPage(told) {
  if (told.trouble || told.html === undefined) {
    return;
  }
  if (!page.sent) {
    looks = told.looks;
    if (!page.begin(told.html)) {
      restart();
    }
  } else {
    const { changed, restart: anew } = page.become(told.html);
    if (anew) {
      restart();
      return;
    }
    if (changed.length) {
      marks.flash(changed);
    }
    if (told.looks !== looks) {
      looks = told.looks;
      restyle(looks);
    }
  }
  marks.place();
  editor?.settle();
}

function onHello(told) {
  if (!told.readOnly && !editor) {
    editor = new Editor(document, { map: (place) => around?.map(place) });
  }
}

const onFindings = (told) => marks.set(told.findings, path);

window.addEventListener('load', () => setTimeout(() => editor?.giveBack(giveBack())), { once: true });
if (around) {
  around.attach({ path, title: document.title, onHello, onPage, onFindings, reveal: (mark) => marks.reveal(mark) });
} else {
  const events = new EventSource('/_/events?page=' + encodeURIComponent(path));
  events.addEventListener('hello', (event) => onHello(JSON.parse(event.data)));
  events.addEventListener('page', (event) => onPage(JSON.parse(event.data)));
  events.addEventListener('findings', (event) => onFindings(JSON.parse(event.data)));
}
