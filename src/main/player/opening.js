/** A package starts when its one page is there. */
function open() {
  theme.start();
  termsOnPage();
  start(dom.data());
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', open);
} else {
  open();
}
