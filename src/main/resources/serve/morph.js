/**
 * Brings a page to its newest state without touching anything else: what came from the server before and what comes
 * now are held against each other, and only the differences are carried over to the living page. Whatever scripts, or
 * whoever reads it, have changed there stays: answers, open details, the focus, the place.
 */

const SKIPPED = 'NOSCRIPT';

/** @param {string} html */
export const parse = (html) => new DOMParser().parseFromString(html, 'text/html').documentElement;

const kids = (node) => node.nodeName === SKIPPED || node.nodeName === 'TEMPLATE' ? [] : [...node.childNodes];

/** What the same thing in another state is known by. */
function alike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName
    && (a.nodeType !== Node.ELEMENT_NODE
      || (a.id === b.id && a.getAttribute('name') === b.getAttribute('name') && a.getAttribute('rel') === b.getAttribute('rel')));
}

/** How much two nodes have in common: nothing, their kind, all. */
function likeness(a, b) {
  return !alike(a, b) ? 0 : a.isEqualNode(b) ? 4 : a.textContent.trim() && a.textContent === b.textContent ? 3 : 1;
}

/**
 * Pairs two lists in order, so that as much as possible stays.
 *
 * @return {Array<[Node?, Node?]>} in order; without a first it is new, without a second it goes
 */
function pairs(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) {
    start++;
  }
  let end = 0;
  while (end < before.length - start && end < after.length - start
    && before[before.length - 1 - end].isEqualNode(after[after.length - 1 - end])) {
    end++;
  }
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const middle = a.length * b.length > 250000 ? [...a.map((x) => [x, null]), ...b.map((y) => [null, y])] : aligned(a, b);
  return [...before.slice(0, start).map((x, i) => [x, after[i]]), ...middle,
    ...before.slice(before.length - end).map((x, i) => [x, after[after.length - end + i]])];
}

function aligned(a, b) {
  const best = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const like = a.map((x) => b.map((y) => likeness(x, y)));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = like[i][j] ? like[i][j] + best[i + 1][j + 1] : 0;
      best[i][j] = Math.max(here, best[i + 1][j], best[i][j + 1]);
    }
  }
  const out = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && like[i][j] && best[i][j] === like[i][j] + best[i + 1][j + 1]) {
      out.push([a[i++], b[j++]]);
    } else if (j < b.length && (i === a.length || best[i][j + 1] >= best[i + 1][j])) {
      out.push([null, b[j++]]);
    } else {
      out.push([a[i++], null]);
    }
  }
  return out;
}

export class LivePage {
  /** Before any script has changed the page. */
  constructor(live) {
    /** @type {Map<Node, Node>} from what the server sent to what is on the page */
    this.living = new Map();
    this.live = live;
    this.copy = live.cloneNode(true);
    this.pair(this.copy, live);
    /** @type {Element?} */
    this.sent = null;
  }

  pair(copy, live) {
    this.living.set(copy, live);
    const lives = kids(live);
    kids(copy).forEach((child, i) => lives[i] && this.pair(child, lives[i]));
  }

  /** What the server says it had sent; false where the page had come from another state. */
  begin(html) {
    const sent = parse(html);
    const text = (root) => {
      const body = root.querySelector('body').cloneNode(true);
      body.querySelectorAll('noscript').forEach((it) => it.remove());
      return body.innerText === undefined ? body.textContent : body.textContent;
    };
    if (text(sent) !== text(this.copy)) {
      return false;
    }
    const found = new Map();
    const walk = (node, copy) => {
      found.set(node, this.living.get(copy));
      pairs(kids(copy), kids(node)).forEach(([from, to]) => from && to && walk(to, from));
    };
    walk(sent, this.copy);
    this.living = found;
    this.copy = null;
    this.sent = sent;
    return true;
  }

  /**
   * Carries over what is new.
   *
   * @return {{changed: Element[], restart: boolean}} the elements that have changed; whether a script must see the
   *     page anew
   */
  become(html) {
    const told = { changed: [], restart: false };
    this.patch(this.sent, parse(html), told);
    return told;
  }

  patch(sent, next, told) {
    const live = this.living.get(sent);
    if (!live || sent.nodeName === SKIPPED) {
      return;
    }
    if (sent.nodeType !== Node.ELEMENT_NODE) {
      if (sent.data !== next.data) {
        sent.data = next.data;
        live.data = next.data;
        told.changed.push(live.parentElement);
        told.restart = told.restart || live.parentElement?.nodeName === 'SCRIPT';
      }
      return;
    }
    this.attributes(sent, next, live, told);
    if (sent.nodeName === 'TEMPLATE') {
      if (!sent.isEqualNode(next)) {
        sent.innerHTML = '';
        sent.content.replaceChildren(document.importNode(next.content, true));
        live.content.replaceChildren(document.importNode(next.content, true));
      }
      return;
    }
    if (!sent.isEqualNode(next)) {
      this.content(sent, next, live, told);
    }
  }

  attributes(sent, next, live, told) {
    const names = new Set([...sent.getAttributeNames(), ...next.getAttributeNames()]);
    names.forEach((name) => {
      const value = next.getAttribute(name);
      if (sent.getAttribute(name) === value) {
        return;
      }
      [sent, live].forEach((it) => value === null ? it.removeAttribute(name) : it.setAttribute(name, value));
      if (name !== 'data-place') {
        told.changed.push(live);
        told.restart = told.restart || live.closest('form') !== null;
      }
    });
  }

  content(sent, next, live, told) {
    /** @type {Node?} where the next new node comes after */
    let after = null;
    pairs(kids(sent), kids(next)).forEach(([from, to]) => {
      if (from && to) {
        this.patch(from, to, told);
        after = from;
      } else if (from) {
        this.remove(from, live, told);
      } else {
        after = this.insert(to, sent, live, after, told);
      }
    });
  }

  remove(from, live, told) {
    const gone = this.living.get(from);
    from.remove();
    this.living.delete(from);
    if (gone?.parentNode) {
      gone.parentNode.removeChild(gone);
    }
    told.changed.push(live);
    told.restart = told.restart || LivePage.isPlayed(gone, live);
  }

  insert(to, sent, live, after, told) {
    const copy = document.importNode(to, true);
    const fresh = document.importNode(to, true);
    sent.insertBefore(copy, after ? after.nextSibling : sent.firstChild);
    const before = after && this.living.get(after);
    if (before && before.parentNode === live) {
      live.insertBefore(fresh, before.nextSibling);
    } else if (before || !copy.nextSibling) {
      live.append(fresh);
    } else {
      const behind = this.living.get(copy.nextSibling);
      live.insertBefore(fresh, behind?.parentNode === live ? behind : null);
    }
    this.pair(copy, fresh);
    told.changed.push(fresh.nodeType === Node.ELEMENT_NODE ? fresh : live);
    told.restart = told.restart || LivePage.isPlayed(fresh, live);
    return copy;
  }

  /** Whether a script plays with it, and must begin anew. */
  static isPlayed(node, live) {
    return live.closest('form, [data-scenario]') !== null
      || (node?.nodeType === Node.ELEMENT_NODE && node.matches('form, script') )
      || (node?.nodeType === Node.ELEMENT_NODE && node.querySelector('form, script') !== null);
  }
}
