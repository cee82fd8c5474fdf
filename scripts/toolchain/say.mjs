/** Set-up talks on stderr: stdout belongs to the command that is run. */
export function say(text) {
  process.stderr.write(`[setup] ${text}\n`);
}
