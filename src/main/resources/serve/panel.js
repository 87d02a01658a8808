/** The list of findings, by file, the newest first. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => value !== null && made.setAttribute(key, value));
  made.append(...children);
  return made;
}

const keyOf = (it) => [it.rule, it.file, it.message].join('\n');
const idOf = (it) => 'f-' + [it.rule, it.file, it.line, it.column].join('-').replace(/[^A-Za-z0-9-]/g, '_');

/**
 * @param {{reveal: function(Object): void, paper: function(Object): void, explain: function(string): void}} on
 */
export function panel(root, on) {
  /** @type {Map<string, number>} the version in which each was first there */
  let known = new Map();

  function finding(it) {
    const links = [];
    // Cards and job aids have no page of the site.
    if (/\/(cards|aids)\/[^/]+[.]md$/.test(it.file)) {
      const show = element('button', { type: 'button' }, 'Show on paper');
      show.addEventListener('click', () => on.paper(it));
      links.push(show);
    } else if (it.page) {
      const show = element('button', { type: 'button' }, 'Show in the page');
      show.addEventListener('click', () => on.reveal(it));
      links.push(show);
    }
    if (it.editor) {
      links.push(element('a', { href: it.editor }, 'Open in the editor'));
    }
    const why = element('button', { type: 'button', 'aria-label': 'Explain ' + it.rule }, it.rule);
    why.addEventListener('click', () => on.explain(it.rule));
    links.push(why);
    return element('li', { id: idOf(it), 'data-severity': it.severity, tabindex: '-1' },
      element('p', { class: 'says' }, element('strong', {}, it.severity), ' ', it.message),
      ...(it.hint ? [element('p', { class: 'hint' }, it.hint)] : []),
      element('p', { class: 'links' }, element('span', { class: 'place' }, it.line ? 'line ' + it.line : 'whole file'), ...links));
  }

  return {
    set(findings, version) {
      const first = known.size === 0;
      const next = new Map(findings.map((it) => [keyOf(it), known.get(keyOf(it)) ?? (first ? 0 : version)]));
      known = next;
      const files = new Map();
      findings.forEach((it) => files.set(it.file, [...(files.get(it.file) || []), it]));
      const newest = (of) => Math.max(...of.map((it) => known.get(keyOf(it))));
      const groups = [...files.entries()].sort((a, b) => newest(b[1]) - newest(a[1]) || (a[0] < b[0] ? -1 : 1));
      const active = root.contains(document.activeElement) && document.activeElement.closest('li')?.id;
      root.replaceChildren(...groups.map(([file, its]) => element('section', {},
        element('h3', {}, file.replace(/^.*?\//, '')),
        element('ul', {}, ...its.sort((a, b) => known.get(keyOf(b)) - known.get(keyOf(a)) || a.line - b.line).map(finding)))));
      if (active) {
        document.getElementById(active)?.focus();
      }
    },
    select(it) {
      root.querySelectorAll('[data-selected]').forEach((one) => one.removeAttribute('data-selected'));
      const found = document.getElementById(idOf(it));
      found?.setAttribute('data-selected', '');
      found?.scrollIntoView({ block: 'nearest' });
      found?.focus();
    },
  };
}
