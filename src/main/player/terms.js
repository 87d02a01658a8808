/** A term in a text opens its meaning beside the paragraph; without script the link leads to the glossary. */
function termsOnPage() {
  dom.all('a[data-term]').forEach((link) => {
    const meaning = /** @type {HTMLDetailsElement} */ (document.getElementById(link.getAttribute('data-term')));
    if (meaning) {
      dom.on(link, 'click', (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          meaning.open = true;
          dom.focus(dom.one('summary', meaning));
        }
      });
    }
  });
}
