/** Progress goes to stderr, so that stdout holds the tests' report alone. */
export const say = text => process.stderr.write(`[conformance] ${text}\n`);

export function fail(text) {
  say(text);
  process.exit(1);
}
