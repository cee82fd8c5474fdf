import { DvcRemoteRule } from './readDvcRemoteRules';

/**
 * The rule that covers a remote's URL: equal origin, and a path below the
 * prefix after dot segments are resolved. The longest prefix wins. `undefined`
 * means that the URL must not be contacted.
 * @public
 */
export function selectDvcRemoteRule(
  url: string,
  rules: readonly DvcRemoteRule[],
): DvcRemoteRule | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  // Some servers decode an escaped slash or dot only after the prefix was compared.
  if (/%(2e|2f|5c)/i.test(parsed.pathname)) return undefined;
  const base = `${parsed.origin}${parsed.pathname.replace(/\/*$/, '/')}`;
  return rules
    .filter(rule => base.startsWith(rule.urlPrefix))
    .sort((a, b) => b.urlPrefix.length - a.urlPrefix.length)[0];
}
