/**
 * Dragging, as one way among others: with a mouse from anywhere on an item, with a finger or a pen by
 * its grip, so that the page still scrolls.
 *
 * @param {Element} root
 * @param {string} selector of the items
 * @param {{over: (function(Element, number, number): void|undefined), drop: function(Element, number, number): void}} moves
 *   told where the pointer is; the item itself lets the pointer through
 */
function dragging(root, selector, moves) {
  dom.on(root, 'pointerdown', (start) => {
    const item = start.target.closest(selector);
    const grip = start.pointerType === 'mouse' || start.target.closest('[data-grip]');
    if (!item || !grip || start.button > 0 || root.hasAttribute('data-locked')) {
      return;
    }
    let moved = false;

    function move(event) {
      const x = event.clientX - start.clientX;
      const y = event.clientY - start.clientY;
      moved = moved || Math.abs(x) + Math.abs(y) > 8;
      if (moved) {
        item.classList.add('dragged');
        item.style.transform = 'translate(' + x + 'px,' + y + 'px)';
        if (moves.over) {
          moves.over(item, event.clientX, event.clientY);
        }
      }
    }

    /** What ends a drag is no click. */
    function swallow(event) {
      event.preventDefault();
      event.stopPropagation();
    }

    function end(event) {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
      if (moved) {
        document.addEventListener('click', swallow, true);
        setTimeout(() => document.removeEventListener('click', swallow, true), 0);
        if (event.type === 'pointerup') {
          moves.drop(item, event.clientX, event.clientY);
        }
        item.classList.remove('dragged');
        item.style.transform = '';
      }
    }

    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
  });
}
