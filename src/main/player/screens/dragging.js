/**
 * Dragging, as one way among others: with a mouse from anywhere on an item, with a finger or a pen by
 * its grip, so that the page still scrolls. Near the upper and the lower edge of the window the page moves along.
 *
 * @param {Element} root
 * @param {string} selector of the items
 * @param {{over?: ((item: Element, x: number, y: number) => void), drop: ((item: Element, x: number, y: number) => void)}} moves
 *   told where the pointer is; the item itself lets the pointer through
 */
function dragging(root, selector, moves) {
  const EDGE = 48;
  dom.on(root, 'pointerdown', (start) => {
    const item = start.target.closest(selector);
    const grip = start.pointerType === 'mouse' || start.target.closest('[data-grip]');
    if (!item || !grip || start.button > 0 || root.hasAttribute('data-locked')) {
      return;
    }
    const from = window.scrollY;
    let at = start;
    let moved = false;

    function follow() {
      item.style.transform = 'translate(' + (at.clientX - start.clientX) + 'px,' + (at.clientY - start.clientY + window.scrollY - from) + 'px)';
      if (moves.over) {
        moves.over(item, at.clientX, at.clientY);
      }
    }

    /** The nearer the edge, the faster; as long as the item is held there. */
    function scroll() {
      if (moved) {
        const past = Math.max(0, at.clientY - window.innerHeight + EDGE) - Math.max(0, EDGE - at.clientY);
        if (past) {
          window.scrollBy({ top: past / 4, behavior: 'instant' });
          follow();
        }
        requestAnimationFrame(scroll);
      }
    }

    function move(event) {
      at = event;
      if (moved) {
        follow();
      } else if (Math.abs(at.clientX - start.clientX) + Math.abs(at.clientY - start.clientY) > 8) {
        moved = true;
        item.classList.add('dragged');
        follow();
        scroll();
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
        moved = false;
      }
    }

    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
  });
}
