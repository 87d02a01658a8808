/**
 * Ctrl+K (or ⌘K) leads to the search. It has a modifier key, so it takes no letter from a screen
 * reader or from speech input (WCAG 2.2, 2.1.4).
 */
document.addEventListener('keydown', (event) => {
  const link = dom.one('[data-search-link]');
  if (link && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    link.click();
  }
});
