/**
 * An iCalendar file (RFC 5545) with an all-day event for each day on which practice is due, counted from the day it is
 * made: 1, 7, 21 and 60 days on. Each rings at nine.
 *
 * @param {{id: string, summary: string, description: string, url: string}} event id: like no other's; url: '' for none
 * @param {Date} now
 * @returns {string} lines that end in CRLF and have at most 75 octets
 */
function reminder(event, now) {
  const two = (number) => ('0' + number).slice(-2);
  const date = (day) => day.getUTCFullYear() + two(day.getUTCMonth() + 1) + two(day.getUTCDate());
  const stamp = date(now) + 'T' + two(now.getUTCHours()) + two(now.getUTCMinutes()) + two(now.getUTCSeconds()) + 'Z';
  const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

  /** 3.1: a long line goes on in the next, after a blank; no character is cut. */
  function folded(line) {
    let octets = 0;
    return Array.from(line)
      .map((character) => {
        const code = character.codePointAt(0);
        const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        const breaks = octets + size > 75;
        octets = (breaks ? 1 : octets) + size;
        return (breaks ? '\r\n ' : '') + character;
      })
      .join('');
  }

  const events = deck.DAYS.map((days) => [
    'BEGIN:VEVENT',
    'UID:' + event.id + '-' + days + '@rebound.invalid',
    'DTSTAMP:' + stamp,
    'DTSTART;VALUE=DATE:' + date(new Date((deck.dayOf(now) + days) * 86400000)),
    'SUMMARY:' + escaped(event.summary),
    'DESCRIPTION:' + escaped(event.description),
    'TRANSP:TRANSPARENT',
    event.url && 'URL:' + event.url,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:' + escaped(event.summary),
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT'
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rebound//Practice deck//EN']
    .concat(...events, 'END:VCALENDAR')
    .filter((line) => line)
    .map((line) => folded(line) + '\r\n')
    .join('');
}

/** The button that makes it. */
function reminderOnPage(place, session) {
  const button = dom.one('[data-calendar]', place);
  dom.show(place, true);
  dom.on(button, 'click', () => {
    const random = Array.from(crypto.getRandomValues(new Uint32Array(4))).map((number) => number.toString(36)).join('');
    const event = {
      id: session.course.course + '-' + random,
      summary: button.getAttribute('data-summary'),
      description: button.getAttribute('data-description'),
      url: /^http/.test(location.href) ? location.href.split('#')[0] : ''
    };
    saveAs(session.course.course + '-practice.ics', 'text/calendar', reminder(event, new Date()));
    dom.text(dom.one('[data-kept]', place), button.getAttribute('data-saved'));
  });
}
