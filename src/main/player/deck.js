/**
 * The practice deck, as plain data: state in, state out, and today as a number of days. A question comes in when it is
 * first answered and is due again after 1, 7, 21 and 60 days, then every 60; whoever is wrong begins at 1 again.
 *
 * @typedef {{step: number, day: number, sure?: boolean}} Card
 *   step: how many times in a row it was right when it was due, at most 3; day: when that was last found out; sure: the
 *   last answer was wrong, and its giver was sure of it
 * @typedef {Object<string, Card>} Cards by the digest of the question's key
 */
const deck = (function () {
  const VERSION = '1';
  const DAYS = [1, 7, 21, 60];

  /** Days since 1970 where the learner is. */
  function dayOf(date) {
    return Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86400000);
  }

  function dueOn(card) {
    return card.day + DAYS[card.step];
  }

  /** What was answered later than tomorrow was answered while the device's clock was wrong. */
  function isDue(card, today) {
    return dueOn(card) <= today || card.day > today + 1;
  }

  /**
   * An answer counts once: when the question is new, and then when it is due.
   * @param {string} [sure] how sure the learner was, where that was asked
   */
  function answered(cards, key, right, today, sure) {
    const id = core.digest(key);
    const card = cards[id];
    if (card && !isDue(card, today)) {
      return cards;
    }
    const step = card && right ? Math.min(card.step + 1, DAYS.length - 1) : 0;
    const now = Object.assign({ step: step, day: today }, !right && sure === 'sure' ? { sure: true } : {});
    return Object.assign({}, cards, { [id]: now });
  }

  /** @param {string[]} keys @returns {string[]} those that are due, errors that one was sure of first */
  function due(cards, keys, today) {
    const found = keys.filter((key) => cards[core.digest(key)] && isDue(cards[core.digest(key)], today));
    const sure = found.filter((key) => cards[core.digest(key)].sure);
    return sure.concat(found.filter((key) => sure.indexOf(key) < 0));
  }

  /** How many of these are in the deck, how many are due, and in how many days the next is: null when none is. */
  function standing(cards, keys, today) {
    const held = keys.map((key) => cards[core.digest(key)]).filter((card) => card);
    const waits = held.filter((card) => !isDue(card, today)).map((card) => dueOn(card) - today);
    return { held: held.length, due: held.length - waits.length, next: waits.length ? Math.min(...waits) : null };
  }

  /** Two decks of one learner as one: the later answer counts, and of two on one day the more careful. */
  function merged(one, other) {
    const cards = Object.assign({}, one);
    Object.keys(other).forEach((id) => {
      const here = cards[id];
      const there = other[id];
      const later = !here || there.day > here.day || (there.day === here.day && there.step < here.step);
      cards[id] = later ? there : here;
    });
    return cards;
  }

  /** One line: version ~ digest of the rest ~ for each card ten characters: question, step, day. Step 4 is 0 and sure. */
  function pack(cards) {
    const all = Object.keys(cards)
      .map((id) => id + (cards[id].sure ? 4 : cards[id].step) + ('000' + cards[id].day.toString(36)).slice(-4))
      .join('');
    return [VERSION, core.digest(all), all].join('~');
  }

  /** @returns {?Cards} null when the text is not ours, or not whole */
  function unpack(text) {
    const parts = (text || pack({})).split('~');
    if (parts.length !== 3 || parts[0] !== VERSION || parts[1] !== core.digest(parts[2]) || !/^([0-9a-z]{5}[0-4][0-9a-z]{4})*$/.test(parts[2])) {
      return null;
    }
    const cards = {};
    (parts[2].match(/.{10}/g) || []).forEach((card) => {
      const sure = card[5] === '4';
      cards[card.slice(0, 5)] = Object.assign({ step: sure ? 0 : Number(card[5]), day: parseInt(card.slice(6), 36) }, sure ? { sure: true } : {});
    });
    return cards;
  }

  return { DAYS, dayOf, answered, due, standing, merged, pack, unpack };
})();

/**
 * The deck as this browser keeps it, under the names that the browser's keeper has. Each change is made to what is kept now, so that tabs add
 * to each other; what the store refuses is kept by the page as long as it is open.
 */
function deckOnDevice(course, storage, place) {
  const former = 'rebound.' + course + '.deck';
  const key = 'rebound.' + (place || '') + course + '.deck';
  let refused = {};
  let trouble = '';
  let corrupt = false;

  function store() {
    return storage || window.localStorage;
  }

  function read() {
    let saved = '';
    try {
      saved = store().getItem(key) || store().getItem(former);
    } catch (blocked) {
      trouble = 'blocked';
    }
    const cards = deck.unpack(saved);
    corrupt = corrupt || !cards;
    return deck.merged(cards || {}, refused);
  }

  return {
    read: read,
    update(change) {
      const cards = change(read());
      try {
        store().setItem(key, deck.pack(cards));
        refused = {};
        trouble = '';
      } catch (full) {
        refused = cards;
        trouble = trouble || 'full';
      }
    },
    trouble: () => trouble || (corrupt ? 'deck-corrupt' : '')
  };
}
