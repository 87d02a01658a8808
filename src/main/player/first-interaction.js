/** Runs when the reader first does something: scrolls, presses a key, clicks or taps. Until then a page has weighed little. */
function atFirstUse(run) {
  const signs = ['scroll', 'keydown', 'pointerdown'];
  const used = () => {
    signs.forEach((sign) => window.removeEventListener(sign, used));
    run();
  };
  signs.forEach((sign) => window.addEventListener(sign, used, { passive: true }));
}

/** The section that a reader has come to, as lesson#section; '' where a lesson begins. */
function placeIn(lesson) {
  const passed = dom.all('.prose h2[id]').filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).pop();
  return passed && scrollY > 0 ? lesson + '#' + passed.id : '';
}
