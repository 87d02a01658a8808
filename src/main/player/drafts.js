/**
 * @typedef {{all: (() => Object<string, string>), replace: ((drafts: Object<string, string>) => void),
 *   of: ((key: string) => string), keep: ((key: string, text: string) => void)}} Drafts
 */
/**
 * What is being written and not checked yet, by question: whoever leaves goes on where they were. It stays on this device.
 *
 * @param {string} name of its entry
 * @param {(() => Storage)} store a site's keeps it until it is checked, a platform's until the window closes: its device is anybody's
 * @returns {Drafts}
 */
function draftsIn(name, store) {
  let memory = {};

  /** @returns {Object<string, string>} */
  function all() {
    try {
      const saved = JSON.parse(store().getItem(name) || '{}');
      memory = saved && typeof saved === 'object' ? saved : memory;
    } catch (blockedOrNotOurs) {
      // What this page knows holds for this page.
    }
    return memory;
  }

  function replace(drafts) {
    memory = drafts;
    try {
      store().setItem(name, JSON.stringify(drafts));
    } catch (refused) {
      // They hold for this page.
    }
  }

  return {
    all: all,
    replace: replace,
    of: (key) => String(all()[key] || ''),
    keep(key, text) {
      const drafts = Object.assign({}, all());
      delete drafts[key];
      replace(text ? Object.assign(drafts, { [key]: text }) : drafts);
    }
  };
}
