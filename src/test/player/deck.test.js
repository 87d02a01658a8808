// The practice deck as a learner uses it, and its calendar.
const KEY = 'pot/first';
const OTHER = 'pot/both';

/** A store that holds, refuses or throws, as browsers do. */
function storage(saved, refuses) {
  return {
    getItem: () => saved || null,
    setItem(key, text) {
      if (refuses) {
        throw new Error('full');
      }
      saved = text;
    }
  };
}

test('a question comes in on the day it is first answered and is due after 1, 7, 21 and 60 days, then every 60', () => {
  let cards = deck.answered({}, KEY, true, 100);
  let day = 100;
  [1, 7, 21, 60, 60].forEach((days) => {
    same(deck.due(cards, [KEY], day + days - 1), []);
    same(deck.due(cards, [KEY], day + days), [KEY]);
    same(deck.standing(cards, [KEY, OTHER], day), { held: 1, due: 0, next: days });
    day += days;
    cards = deck.answered(cards, KEY, true, day);
  });
});

test('whoever is wrong begins at one day again', () => {
  let cards = deck.answered(deck.answered({}, KEY, true, 100), KEY, true, 101);
  cards = deck.answered(cards, KEY, false, 108);
  same(deck.standing(cards, [KEY], 108), { held: 1, due: 0, next: 1 });
});

test('an answer before its day changes nothing', () => {
  const cards = deck.answered({}, KEY, false, 100);
  same(deck.answered(cards, KEY, true, 100), cards);
  same(deck.due(cards, [KEY], 101), [KEY]);
});

test('an error that one was sure of comes back first, until it is right', () => {
  let cards = deck.answered(deck.answered({}, KEY, false, 100, 'guess'), OTHER, false, 100, 'sure');
  cards = deck.unpack(deck.pack(cards));
  same(deck.due(cards, [KEY, OTHER], 101), [OTHER, KEY]);
  cards = deck.answered(cards, OTHER, true, 101, 'sure');
  same(deck.due(cards, [KEY, OTHER], 110), [KEY, OTHER]);
  same(deck.standing(cards, [OTHER], 101).next, 7);
});

test('what was answered on a day that has not come yet is due', () => {
  same(deck.due(deck.answered({}, KEY, true, 5000), [KEY], 100), [KEY]);
  same(deck.due(deck.answered({}, KEY, true, 101), [KEY], 100), []);
});

test('what the course no longer has does not count', () => {
  same(deck.standing(deck.answered({}, 'pot/gone', true, 100), [KEY], 200), { held: 0, due: 0, next: null });
});

test('of two decks the later answer counts, and of one day the more careful', () => {
  const wrong = deck.answered(deck.answered({}, KEY, true, 100), KEY, false, 101);
  const right = deck.answered(deck.answered({}, KEY, true, 100), KEY, true, 101);
  same([deck.merged(wrong, right), deck.merged(right, wrong)], [wrong, wrong]);
  const old = deck.answered({}, KEY, true, 100);
  same([deck.merged(old, right), deck.merged(right, old)], [right, right]);
  same(Object.keys(deck.merged(right, deck.answered({}, OTHER, true, 1))).length, 2);
});

test('a deck of 200 is packed into 2 KB and unpacked to the same', () => {
  let cards = {};
  for (let at = 0; at < 200; at++) {
    cards = deck.answered(cards, 'bank/' + at, true, 20000 + at);
  }
  same(deck.unpack(deck.pack(cards)), cards);
  same(deck.pack(cards).length < 2048, true);
});

test('what is not whole is not read', () => {
  const text = deck.pack(deck.answered({}, KEY, true, 20000));
  same([deck.unpack(''), deck.unpack(null)], [{}, {}]);
  same(['nonsense', text.slice(0, -1), text.replace('1~', '2~'), text + 'x', text.replace(/0ffk$/, '0ffl')].map(deck.unpack), [null, null, null, null, null]);
});

test('two tabs add to each other', () => {
  const store = storage('');
  const one = deckOnDevice('tea', store);
  const two = deckOnDevice('tea', store);
  one.read();
  two.update((cards) => deck.answered(cards, KEY, true, 100));
  one.update((cards) => deck.answered(cards, OTHER, true, 100));
  same(deck.due(deckOnDevice('tea', store).read(), [KEY, OTHER], 101), [KEY, OTHER]);
});

test('what the store refuses the page keeps, and says so', () => {
  const full = deckOnDevice('tea', storage('', true));
  full.update((cards) => deck.answered(cards, KEY, true, 100));
  same([full.trouble(), deck.due(full.read(), [KEY], 101)], ['full', [KEY]]);
  const spoilt = deckOnDevice('tea', storage('nonsense'));
  same([spoilt.read(), spoilt.trouble()], [{}, 'deck-corrupt']);
});

test('the calendar has four all-day events in lines of at most 75 octets', () => {
  const event = { id: 'tea-1', summary: 'Practise: Tea; \u201cfor two\u201d, hot', description: 'caf\u00e9 \ud83c\udf75 '.repeat(20) + '\\\n.', url: '' };
  const text = reminder(event, new Date(2026, 10, 30, 12));
  const lines = text.split('\r\n');
  same(lines.pop(), '');
  same(lines.filter((line) => /[\r\n]/.test(line) || new TextEncoder().encode(line).length > 75), []);
  const whole = text.replace(/\r\n /g, '');
  same(whole.match(/DTSTART;VALUE=DATE:\d+/g).map((start) => start.slice(-8)), ['20261201', '20261207', '20261221', '20270129']);
  same(new Set(whole.match(/UID:.*/g)).size, 4);
  same(whole.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:.*\r\nTRIGGER:PT9H\r\nEND:VALARM/g).length, 4);
  same(whole.includes('SUMMARY:Practise: Tea\\; \u201cfor two\u201d\\, hot\r\n'), true);
  same(whole.includes('\ud83c\udf75 \\\\\\n.\r\n'), true);
  same(/DTSTAMP:20261130T\d{6}Z\r\n/.test(whole), true);
});

