// What the player's tests say, and how PlayerCoreTest hears of it: [{name, failure}].
const results = [];

function test(name, run) {
  try {
    run();
    results.push({ name: name, failure: '' });
  } catch (failure) {
    results.push({ name: name, failure: String(failure) });
  }
}

/** The tests that wait for something, one after the other: they share a storage. */
let waiting = Promise.resolve();

function later(name, run) {
  const result = { name: name, failure: '' };
  results.push(result);
  waiting = waiting.then(run).catch((failure) => (result.failure = String(failure)));
}

function same(actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(JSON.stringify(actual) + ' instead of ' + JSON.stringify(expected));
  }
}
