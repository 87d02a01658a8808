/** A rule's own page: the Markdown of the documentation, which uses little of it. */
function inline(text) {
  const made = document.createDocumentFragment();
  text.split(/(`[^`]+`)/).forEach((part) => {
    if (/^`.+`$/.test(part)) {
      const code = document.createElement('code');
      code.textContent = part.slice(1, -1);
      made.append(code);
    } else {
      made.append(part.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/\*\*?/g, ''));
    }
  });
  return made;
}

function block(name, text) {
  const made = document.createElement(name);
  made.append(name === 'pre' ? text : inline(text));
  return made;
}

/** @param {string} markdown */
export function rendered(markdown) {
  const parts = [];
  let list = null;
  let fence = null;
  let paragraph = [];
  const end = () => {
    if (paragraph.length) {
      parts.push(block('p', paragraph.join(' ')));
    }
    paragraph = [];
    list = null;
  };
  markdown.split('\n').forEach((line) => {
    const mark = /^ *(`{3,})/.exec(line);
    if (fence) {
      if (mark && mark[1].length >= fence.mark.length) {
        const made = block('pre', fence.lines.join('\n'));
        made.tabIndex = 0;
        parts.push(made);
        fence = null;
      } else {
        fence.lines.push(line);
      }
    } else if (mark) {
      end();
      fence = { mark: mark[1], lines: [] };
    } else if (/^## /.test(line)) {
      end();
      parts.push(block('h3', line.slice(3)));
    } else if (/^[-*] /.test(line)) {
      if (!list) {
        end();
        list = document.createElement('ul');
        parts.push(list);
      }
      list.append(block('li', line.slice(2)));
    } else if (!line.trim()) {
      end();
    } else if (list && /^ /.test(line)) {
      list.lastChild.append(' ', inline(line.trim()));
    } else if (!/^# /.test(line)) {
      list = null;
      paragraph.push(line);
    }
  });
  end();
  return parts;
}

export async function explained(rule, dialog, title, place) {
  const answer = await fetch('/_/explain?rule=' + encodeURIComponent(rule));
  title.textContent = rule;
  place.replaceChildren(...rendered(answer.ok ? await answer.text() : 'There is no page about ' + rule + '.'));
  dialog.showModal();
}
