/**
 * A page that a script must see anew is loaded again. What its reader was at comes back: the place, the focus, what is
 * open, and answers that were not given yet.
 */
const KEY = 'rebound.serve.kept';

const named = (root) => [...root.querySelectorAll('input, textarea, select')].filter((it) => it.name || it.id);

const nameOf = (it) => [it.form?.id || it.form?.getAttribute('data-key') || '', it.name, it.id,
  it.type === 'radio' || it.type === 'checkbox' ? it.value : ''].join('|');

/** @param {Object?} draft a text that is being changed */
export function keep(draft) {
  const active = document.activeElement;
  const kept = {
    path: location.pathname,
    draft,
    x: scrollX,
    y: scrollY,
    focus: active && active !== document.body ? active.id || (active.name && nameOf(active)) || '' : '',
    open: [...document.querySelectorAll('details[open], dialog[open]')].map((it) => it.id).filter(Boolean),
    values: named(document).map((it) => [nameOf(it), it.checked === undefined ? null : it.checked, it.value]),
  };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

/** @return {Object?} the text that was being changed */
export function giveBack() {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const kept = text && JSON.parse(text);
  if (!kept || kept.path !== location.pathname) {
    return null;
  }
  const values = new Map(kept.values.map(([name, checked, value]) => [name, { checked, value }]));
  named(document).forEach((it) => {
    const before = values.get(nameOf(it));
    if (!before) {
      return;
    }
    const ticks = it.type === 'radio' || it.type === 'checkbox';
    if (ticks ? it.checked !== before.checked : it.value !== before.value) {
      it[ticks ? 'checked' : 'value'] = ticks ? before.checked : before.value;
      it.dispatchEvent(new Event('input', { bubbles: true }));
      it.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  kept.open.forEach((id) => {
    const it = document.getElementById(id);
    if (it?.nodeName === 'DETAILS') {
      it.open = true;
    }
  });
  scrollTo(kept.x, kept.y);
  if (kept.focus) {
    const it = document.getElementById(kept.focus) || named(document).find((one) => nameOf(one) === kept.focus);
    it?.focus({ preventScroll: true });
  }
  return kept.draft || null;
}
