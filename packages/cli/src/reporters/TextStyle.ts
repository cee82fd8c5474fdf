/** How text is marked. Plain functions leave it as it is. */
export interface TextStyle {
  heading(text: string): string;
  dim(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  good(text: string): string;
}

/** The part of a stream and environment that decides on colours. */
interface StyleOptions {
  isTTY: boolean | undefined;
  env: NodeJS.ProcessEnv;
}

const CODES = { heading: 1, dim: 2, error: 31, warning: 33, good: 32 };

/** Colours only on a terminal, and never with NO_COLOR (no-color.org). */
export function createTextStyle({ isTTY, env }: StyleOptions): TextStyle {
  const coloured = Boolean(isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  const mark = (code: number) => (text: string) =>
    coloured ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    heading: mark(CODES.heading),
    dim: mark(CODES.dim),
    error: mark(CODES.error),
    warning: mark(CODES.warning),
    good: mark(CODES.good),
  };
}
