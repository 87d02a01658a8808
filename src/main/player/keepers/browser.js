/**
 * Keeps everything in this browser's localStorage, under the site's place and the course's name. What was kept under the
 * name alone, before sites on one origin were told apart, is everybody's until they save.
 */
keepers.browser = function (course, storage, page) {
  const former = 'rebound.' + course;
  const key = 'rebound.' + ((page && page.place) || '') + course;
  let trouble = '';
  let memory = '';

  function store() {
    return storage || window.localStorage;
  }

  function read() {
    try {
      // A full store still holds what was saved last; this page knows better.
      memory = (trouble !== 'full' && (store().getItem(key) || store().getItem(former))) || memory;
    } catch (blocked) {
      trouble = 'blocked';
    }
    return memory;
  }

  function save(text) {
    memory = text;
    try {
      store().setItem(key, text);
      trouble = '';
    } catch (refused) {
      trouble = trouble === 'blocked' ? trouble : 'full';
    }
  }

  /** Where a lesson was left before its player was there; told once. */
  function left() {
    try {
      const at = store().getItem(key + '.at') || '';
      store().removeItem(key + '.at');
      return at;
    } catch (blocked) {
      return '';
    }
  }

  return {
    left: left,
    open: (ready) => ready(read()),
    read: read,
    answer: () => {},
    save: save,
    close: () => {},
    health: () => trouble,
    limit: 100000
  };
};
