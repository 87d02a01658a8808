/**
 * Responses, times and durations as SCORM 2004 writes them (RTE 4th Edition, 4.1.1.6 and 4.2.9.1),
 * and xAPI after it.
 */
const responses = (function () {
  const id = (text) => text.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 250);

  function number(text) {
    const value = Number(String(text).trim().replace(/\s/g, '').replace(',', '.'));
    return isFinite(value) ? String(Math.round(value * 1e7) / 1e7) : '0';
  }

  /** A text of one's own may be long here. */
  function type(answer) {
    return answer.type === 'fill-in' && !answer.scored ? 'long-fill-in' : answer.type;
  }

  function list(answer, response) {
    switch (type(answer)) {
      case 'true-false':
        return response[0];
      case 'numeric':
        return number(response[0]);
      case 'fill-in':
        return plainText(response[0], 250);
      case 'long-fill-in':
        return plainText(response[0], 4000);
      case 'matching':
        return response.map((pair) => pair.split('.').map(id).join('[.]')).join('[,]');
      default:
        return response.map(id).join('[,]');
    }
  }

  return {
    id: id,
    type: type,
    /** What the learner gave. */
    given: (answer) => list(answer, answer.given),
    /** One right response. A range of numbers is its two ends. */
    correct(answer, right) {
      switch (answer.type) {
        case 'numeric':
          return number(right[0]) + '[:]' + number(right[1]);
        case 'fill-in':
          return '{case_matters=false}' + list(answer, right);
        default:
          return list(answer, right);
      }
    },
    /** One decimal and Z: what every platform takes. */
    timestamp: (time) => new Date(time).toISOString().replace(/(\.\d)\d*Z$/, '$1Z'),
    /** PT1H2M3.45S, at most two decimals. */
    duration(seconds) {
      const hundredths = Math.max(0, Math.round(seconds * 100));
      const whole = Math.floor(hundredths / 100);
      const rest = hundredths % 100 ? '.' + ('0' + (hundredths % 100)).slice(-2) : '';
      const hours = Math.floor(whole / 3600);
      const minutes = Math.floor(whole / 60) % 60;
      return 'PT' + (hours ? hours + 'H' : '') + (minutes ? minutes + 'M' : '') + (whole % 60) + rest + 'S';
    }
  };
})();
