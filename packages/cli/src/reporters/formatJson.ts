/**
 * An answer as JSON with a newline. Characters that JSON may hold and a
 * terminal would obey are escaped.
 */
export function formatJson(answer: unknown): string {
  const json = JSON.stringify(answer, undefined, 2);
  const escaped = json.replace(
    /[\u007f-\u009f]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
