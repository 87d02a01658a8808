/**
 * Searches one course. The index and its documents are loaded when the search is first used, as
 * plain scripts, because pages opened from a disk can fetch nothing.
 *
 * A document is [kind, title, where it stands, address, text].
 */
(() => {
  'use strict';

  const MOST = 30;
  const AROUND = 90;
  let index = null;
  let loading = null;
  let saying = 0;

  const one = (selector, root) => (root || document).querySelector(selector);

  function element(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text || '';
    return made;
  }

  function load(src) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  /** Words as they are compared: small letters without accents. */
  function folded(text) {
    return text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[\u2018\u2019]/g, "'").toLowerCase();
  }

  /** A word and its stem: only whole words can be compared with a mistyped one. */
  function stems(token) {
    const stem = lunr.stemmer(token.clone());
    return stem.toString() === token.toString() ? token : [token, stem];
  }

  function build() {
    lunr.Pipeline.registerFunction(stems, 'stems');
    const english = /^en\b/.test(document.documentElement.lang);
    index = lunr(function () {
      // Its trimmer knows Latin letters only; its stemmer and stop words are English.
      this.pipeline.reset();
      this.searchPipeline.reset();
      if (english) {
        this.pipeline.add(lunr.stopWordFilter, stems);
        this.searchPipeline.add(lunr.stemmer);
      }
      this.tokenizer = (text) => words(String(text || '')).concat(joined(String(text || ''))).map((word) => new lunr.Token(word, {}));
      this.ref('at');
      this.field('title', { boost: 6 });
      this.field('where', { boost: 2 });
      this.field('text');
      searchDocuments.forEach((it, at) => this.add({ at: at, title: it[1], where: it[2], text: it[4] }));
    });
  }

  function words(text) {
    return folded(text).match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) || [];
  }

  /** A word with a hyphen is indexed in one, too: "e-mail" as e, mail and email. */
  function joined(text) {
    return (folded(text).match(/[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu) || []).map((word) => word.replace(/[-\u2010\u2011]/g, ''));
  }

  /** What one word finds: itself, words it begins, and words it may have been meant as. */
  function found(word) {
    const scores = new Map();
    index
      .query((query) => {
        query.term(word, { boost: 20 });
        query.term(word, { boost: 8, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
        if (word.length > 3) {
          query.term(word, { boost: 1, usePipeline: false, editDistance: word.length > 7 ? 2 : 1 });
        }
      })
      .forEach((hit) => scores.set(Number(hit.ref), { score: hit.score, terms: Object.keys(hit.matchData.metadata) }));
    return scores;
  }

  function stem(word) {
    return /^en\b/.test(document.documentElement.lang) ? lunr.stemmer(new lunr.Token(word, {})).toString() : word;
  }

  /** Without words that stand everywhere, unless there are no others. */
  function telling(list) {
    const useful = list.filter((word) => lunr.stopWordFilter(new lunr.Token(word, {})));
    return useful.length ? useful : list;
  }

  /** For each word that is asked for, what the glossary takes for the same. */
  function meant(asked) {
    const line = ' ' + asked.map(stem).join(' ') + ' ';
    const also = asked.map(() => []);
    searchSynonyms.forEach((group) =>
      group.map(words).forEach((said, which, all) => {
        const stemmed = said.map(stem);
        if (said.length && line.indexOf(' ' + stemmed.join(' ') + ' ') >= 0) {
          asked.forEach((word, at) => stemmed.indexOf(stem(word)) >= 0 && also[at].push(...all.filter((other) => other !== said)));
        }
      })
    );
    return also;
  }

  /** What one word finds, and, behind that, what has all words of something that means the same. */
  function withMeant(word, others) {
    const scores = found(word);
    others.forEach((other) => {
      const each = telling(other).map((one) => new Map(index.query((query) => query.term(one, { boost: 4 })).map((hit) => [Number(hit.ref), hit])));
      each[0].forEach((hit, at) => {
        if (!scores.has(at) && each.every((hits) => hits.has(at))) {
          const terms = each.map((hits) => Object.keys(hits.get(at).matchData.metadata));
          scores.set(at, { score: hit.score, terms: [].concat(...terms) });
        }
      });
    });
    return scores;
  }

  /** Documents with every word, best first; where there are none, those with any. */
  function search(text) {
    const hits = searchWords(text.replace(/([\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu, '$1'));
    return hits.length ? hits : searchWords(text);
  }

  function searchWords(text) {
    const asked = words(text).filter((word, at, all) => all.indexOf(word) === at);
    const also = meant(asked);
    const each = telling(asked).map((word) => withMeant(word, also[asked.indexOf(word)]));
    const all = new Map();
    each.forEach((scores) =>
      scores.forEach((hit, at) => {
        const sum = all.get(at) || { at: at, score: 0, words: 0, terms: [] };
        all.set(at, { at: at, score: sum.score + hit.score, words: sum.words + 1, terms: sum.terms.concat(hit.terms) });
      })
    );
    const hits = Array.from(all.values());
    const every = hits.filter((hit) => hit.words === each.length);
    return (every.length ? every : hits).sort((a, b) => b.score - a.score || a.at - b.at);
  }

  /** Text in which the words that were found are marked. */
  function marked(into, text, terms) {
    let from = 0;
    const word = /[\p{L}\p{N}]+(?:['\u2019\u2010\u2011-][\p{L}\p{N}]+)*/gu;
    for (let match = word.exec(text); match; match = word.exec(text)) {
      const parts = words(match[0]).concat(joined(match[0]));
      if (terms.some((term) => parts.some((part) => part === term || (term.length > 2 && part.startsWith(term.replace(/i$/, '')))))) {
        into.append(text.slice(from, match.index), element('mark', '', match[0]));
        from = match.index + match[0].length;
      }
    }
    into.append(text.slice(from));
    return into;
  }

  /** The part of a text around the first word that was found. */
  function excerpt(text, terms) {
    const plain = folded(text);
    const places = terms.map((term) => plain.search(new RegExp('(^|[^\\p{L}\\p{N}])' + Array.from(term.replace(/[^\p{L}\p{N}]/gu, '.')).join('[-\u2010\u2011]?'), 'u'))).filter((at) => at >= 0);
    const at = places.length ? Math.min.apply(null, places) : 0;
    const start = at > AROUND ? text.indexOf(' ', at - AROUND) + 1 : 0;
    const end = start + 2 * AROUND + 40;
    return (start ? '… ' : '') + text.slice(start, end).replace(end < text.length ? /\s\S*$/ : /$/, '') + (end < text.length ? ' …' : '');
  }

  function show(text) {
    const list = one('[data-search-results]');
    const count = one('[data-search-count]');
    const hits = words(text).length ? search(text) : [];
    list.textContent = '';
    hits.slice(0, MOST).forEach((hit) => {
      const it = searchDocuments[hit.at];
      const link = element('a', '');
      const item = element('li', '');
      link.href = it[3];
      marked(link, it[1], hit.terms);
      item.append(element('span', 'kicker', list.getAttribute('data-kind-' + it[0]) + (it[2] ? ' · ' + it[2] : '')), link);
      item.append(marked(element('p', ''), excerpt(it[4], hit.terms), hit.terms));
      list.append(item);
    });
    const say = !words(text).length ? '' : count.getAttribute(hits.length > MOST ? 'data-most' : hits.length === 1 ? 'data-one' : hits.length ? 'data-many' : 'data-none');
    // Said when the typing pauses, not at each letter.
    clearTimeout(saying);
    saying = setTimeout(() => {
      count.textContent = say.replace('{0}', hits.length > MOST ? MOST : hits.length).replace('{1}', text.trim());
    }, 300);
  }

  function start() {
    const form = one('[data-search]');
    const input = one('input', form);
    let latest = 0;

    function run() {
      const mine = ++latest;
      const text = input.value;
      loading = loading || load(form.getAttribute('data-library')).then(() => load(form.getAttribute('data-documents'))).then(build);
      loading.then(() => mine === latest && show(text), () => {
        loading = null;
        one('[data-search-count]').textContent = one('[data-search-count]').getAttribute('data-failed');
      });
    }

    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      run();
    });
    input.addEventListener('input', () => {
      // The address says what was asked, so that coming back from a result shows the results again.
      history.replaceState(null, '', '#' + encodeURIComponent(input.value));
      run();
    });
    input.addEventListener('keydown', (event) => {
      const first = one('[data-search-results] a');
      if (event.key === 'ArrowDown' && first) {
        event.preventDefault();
        first.focus();
      }
    });
    one('[data-search-results]').addEventListener('keydown', (event) => {
      const links = Array.from(document.querySelectorAll('[data-search-results] a'));
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const next = links.indexOf(document.activeElement) + step;
      if (step) {
        event.preventDefault();
        (next < 0 ? input : links[next] || links[links.length - 1]).focus();
      }
    });
    try {
      input.value = decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      input.value = '';
    }
    input.focus();
    if (input.value) {
      run();
    }
  }

  document.addEventListener('DOMContentLoaded', start);
})();
