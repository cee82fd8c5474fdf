import { redactUrl } from './redactUrl';

/** A scheme of bounded length: a long word is looked at once, and not from each of its letters. */
const URL = /[a-zA-Z][a-zA-Z0-9+.-]{0,40}:\/\/[^\s"'<>]+/g;

/** A text without what may be credentials in its URLs, as `redactUrl` has it. @public */
export function redactUrls(text: string): string {
  return text.replace(URL, url => redactUrl(url));
}
