/** A package starts when its one page is there. */
function openPackage() {
  theme.start();
  termsOnPage();
  const course = dom.data();
  course.questions = dom.questions();
  course.questions.forEach((question) => Object.defineProperty(question, 'texts', { get: () => textsOf(question) }));
  start(course);
}

if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', openPackage);
} else {
  openPackage();
}
