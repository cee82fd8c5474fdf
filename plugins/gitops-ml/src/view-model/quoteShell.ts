/** An argument as a POSIX shell takes it, quoted only where it must be. */
export function quoteShell(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument)
    ? argument
    : `'${argument.replace(/'/g, `'\\''`)}'`;
}
