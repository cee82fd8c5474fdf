import { escapeHtml } from '../../http/escapeHtml';

/** Markup that is safe to send: made by `html` only. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in markup; text is escaped, undefined is nothing. */
type Part = Html | string | number | undefined | readonly Part[];

function toText(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(toText).join('');
  return escapeHtml(String(part));
}

/** Markup in which every value is escaped that is no markup itself. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly Part[]
): Html {
  const text = strings.map((string, at) => string + toText(values[at]));
  return new Html(text.join(''));
}
