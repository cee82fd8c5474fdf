/** The command could not run: its message is for people, the exit code is 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
