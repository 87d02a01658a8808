/**
 * Cards to put into boxes: pick a card, and the boxes' names appear beneath it, to choose by key, tap or click, so that
 * nobody has to look for a box; or drag it. Where a card is, the page itself says.
 *
 * @param {{cards: string[], single: boolean, pair: ((card: string, box: string) => string)}} how
 *   cards: their ids; single: whether a box takes one card; pair: a card in a box, as a response
 */
function placingOnScreen(form, spec, words, how) {
  const root = dom.one('[data-placing]', form);
  const tray = dom.one('[data-tray]', root);
  const said = dom.one('[data-said]', root);
  const boxes = dom.all('[data-box]', root);
  const cards = dom.all('[data-card]', root);
  const list = (box) => (box ? dom.one('[data-cards]', box) : tray);
  const inside = (box) => dom.all('[data-card]', list(box));
  const boxOf = (card) => card.closest('[data-box]');
  const button = (card) => dom.one('[data-pick]', card);
  const name = (part) => dom.one('.text', part).textContent;
  const id = (part) => part.getAttribute(part.hasAttribute('data-card') ? 'data-card' : 'data-box');
  let picked = null;
  /** Whether it was picked for the learner: their first click on it is no change of mind. */
  let offered = false;

  /** The boxes' names, beneath the card that is picked; for one that lies in a box also the way back. */
  const menu = dom.make('div', 'into');
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', root.getAttribute('data-where'));
  const places = boxes.concat(null).map((box) => {
    const place = dom.make('button', '', box ? name(box) : root.getAttribute('data-back'));
    place.type = 'button';
    place.setAttribute('data-into', box ? id(box) : '');
    dom.on(place, 'click', () => put(box));
    menu.append(place);
    return place;
  });

  function pick(card) {
    picked = card;
    offered = false;
    cards.forEach((one) => button(one).setAttribute('aria-pressed', String(one === card)));
    root.toggleAttribute('data-picked', Boolean(card));
    menu.remove();
    if (card) {
      places.forEach((place, at) => dom.show(place, boxes[at] ? boxes[at] !== boxOf(card) : boxOf(card)));
      card.append(menu);
      // On a phone the card may be the last thing in sight.
      menu.scrollIntoView({ block: 'nearest' });
    }
  }

  function move(card, box) {
    const back = how.single && box && inside(box).filter((one) => one !== card)[0];
    if (back) {
      list(boxOf(card)).appendChild(back);
    }
    pick(null);
    list(box).appendChild(card);
    dom.text(said, box ? dom.fill(words.put, name(card), name(box)) : dom.fill(words['put-back'], name(card)));
  }

  /** What is picked goes there, and the next card is picked in its place. */
  function put(box) {
    const fresh = boxOf(picked) === null;
    move(picked, box);
    const next = complete() ? null : inside(null)[0];
    if (next && fresh) {
      pick(next);
      offered = true;
    }
    // How sure one is, is asked between the last card and the check.
    const sure = dom.all('.confidence:not([hidden]) input', form)[0];
    dom.focus(complete() ? sure || dom.one('[data-check]', form) : button(next || cards[0]));
  }

  /** Whether there is more to place: in matching, boxes; in sorting, cards. */
  function complete() {
    return how.single ? boxes.every((box) => inside(box).length) : inside(null).length === 0;
  }

  dom.on(root, 'click', (event) => {
    const card = event.target.closest('[data-card]');
    const box = event.target.closest('[data-box]');
    if (root.hasAttribute('data-locked')) {
      return;
    }
    if (event.target.closest('[data-pick]')) {
      pick(card === picked && !offered ? null : card);
      dom.text(said, picked ? dom.fill(words.picked, name(card)) : '');
    } else if (picked && box && !menu.contains(event.target)) {
      put(box);
    }
  });
  dom.on(root, 'keydown', (event) => {
    if (event.key === 'Escape' && picked) {
      dom.focus(button(picked));
      pick(null);
      dom.text(said, '');
    }
  });
  dragging(root, '[data-card]', {
    over(card, x, y) {
      const under = document.elementFromPoint(x, y);
      boxes.forEach((box) => box.classList.toggle('over', Boolean(under) && box.contains(under)));
    },
    drop(card, x, y) {
      const under = document.elementFromPoint(x, y);
      const box = under && under.closest('[data-box]');
      boxes.forEach((one) => one.classList.remove('over'));
      if (under && root.contains(under) && (box || under.closest('[data-tray]'))) {
        move(card, box);
      }
    }
  });

  function lock(locked) {
    root.toggleAttribute('data-locked', locked);
    cards.forEach((card) => {
      button(card).disabled = locked;
    });
    dom.show(tray, !locked || inside(null).length > 0);
    pick(null);
    dom.text(said, '');
  }

  return {
    read: () =>
      complete()
        ? [].concat(...boxes.map((box) => inside(box).map((card) => how.pair(id(card), id(box)))))
        : [],
    show(response) {
      cards.forEach((card) => tray.appendChild(card));
      boxes.forEach((box) => {
        cards
          .filter((card) => boxOf(card) === null && response.indexOf(how.pair(id(card), id(box))) >= 0)
          .slice(0, how.single ? 1 : cards.length)
          .forEach((card) => {
            const right = spec.right.indexOf(how.pair(id(card), id(box))) >= 0;
            list(box).appendChild(card);
            markPart(card, right ? 'right' : 'wrong', [right ? words.right : words.wrong]);
          });
      });
      lock(true);
    },
    reset(seed) {
      // What several boxes take is there once for each of them.
      core.shuffled(how.cards, seed).forEach((one) => {
        cards
          .filter((card) => id(card) === one)
          .forEach((card) => {
            tray.appendChild(card);
            markPart(card, '', []);
          });
      });
      lock(false);
    },
    /** A digit picks a card, then its place. */
    pick(at) {
      const place = picked && places.filter((one) => !one.hidden)[at];
      const card = !picked && (inside(null).length ? inside(null) : cards)[at];
      if (place) {
        place.click();
      } else if (card) {
        button(card).click();
        button(card).focus();
      }
    },
    first: () => button(inside(null)[0])
  };
}
