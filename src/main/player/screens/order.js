/** A list to put in order: a button up and one down for each item, or by dragging. */
function orderOnScreen(form, spec, words) {
  const list = dom.one('[data-order]', form);
  const said = dom.one('[data-said]', form);
  const items = () => dom.all('[data-item]', list);
  const id = (item) => item.getAttribute('data-item');

  function arrange(ids) {
    ids.forEach((one) => list.appendChild(items().filter((item) => id(item) === one)[0]));
    ends();
  }

  /** The first cannot go up, nor the last down. */
  function ends() {
    items().forEach((item, at, all) => {
      dom.one('[data-move="-1"]', item).disabled = at === 0;
      dom.one('[data-move="1"]', item).disabled = at === all.length - 1;
    });
  }

  function move(item, to) {
    const all = items();
    const from = all.indexOf(item);
    if (to !== from && to >= 0 && to < all.length) {
      list.insertBefore(item, to > from ? all[to].nextSibling : all[to]);
      ends();
    }
    dom.text(said, dom.fill(words.placed, dom.one('.text', item).textContent, items().indexOf(item) + 1, all.length));
  }

  dom.on(list, 'click', (event) => {
    const button = event.target.closest('[data-move]');
    if (button) {
      const item = button.closest('[data-item]');
      move(item, items().indexOf(item) + Number(button.getAttribute('data-move')));
      // Moved in the page, a button loses the focus; at an end there is only the other way.
      dom.focus(button.disabled ? dom.one('[data-move]:not(:disabled)', item) : button);
    }
  });
  dragging(list, '[data-item]', {
    drop(item, x, y) {
      const others = items().filter((one) => one !== item);
      const above = others.filter((one) => {
        const box = one.getBoundingClientRect();
        return box.top + box.height / 2 < y;
      });
      move(item, above.length);
    }
  });

  function lock(locked) {
    list.toggleAttribute('data-locked', locked);
    dom.all('.moves', list).forEach((moves) => dom.show(moves, !locked));
    dom.text(said, '');
  }

  return {
    read: () => items().map(id),
    show(response) {
      arrange(response);
      lock(true);
      items().forEach((item, at) => {
        const place = spec.right.indexOf(id(item));
        const right = place === at;
        markPart(item, right ? 'right' : 'wrong', [right ? words.right : dom.fill(words['belongs'], place + 1)]);
      });
    },
    reset(seed) {
      arrange(core.shuffled(spec.choices, seed));
      lock(false);
      items().forEach((item) => markPart(item, '', []));
    },
    first: () => dom.one('[data-move]:not(:disabled)', list)
  };
}
