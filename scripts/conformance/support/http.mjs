import assert from 'node:assert/strict';

/** The JSON of an answer that must be 200. */
export async function getJson(url, options) {
  const response = await fetch(url, options);
  assert.equal(response.status, 200, await response.clone().text());
  return response.json();
}

/** The first JSON that a starting program answers. */
export async function untilReady(url, child) {
  for (let left = 150; left > 0 && child.exitCode === null; left -= 1) {
    try {
      return await getJson(url);
    } catch {
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
    }
  }
  throw new Error('The service did not become ready');
}
