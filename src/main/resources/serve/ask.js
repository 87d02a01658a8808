/** Asks the server, and tells it. */

/** @return {Promise<{ok: boolean, status: number, value: *, says: string}>} */
async function answered(request) {
  try {
    const answer = await request;
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, value: answer.ok ? JSON.parse(text) : null, says: text };
  } catch (gone) {
    return { ok: false, status: 0, value: null, says: 'The server is not there. Nothing was saved; copy your text before you close this.' };
  }
}

export const ask = (path, values) => answered(fetch(path + '?' + new URLSearchParams(values)));

export const send = (path, values) => answered(fetch(path, { method: 'POST', body: new URLSearchParams(values) }));
