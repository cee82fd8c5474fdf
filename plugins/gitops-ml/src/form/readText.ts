/** A text of the form's data, whose shape is the template's; `undefined` where there is none. */
export function readText(formData: unknown, key: string): string | undefined {
  if (typeof formData !== 'object' || formData === null) return undefined;
  const value: unknown = Object.entries(formData).find(
    ([name]) => name === key,
  )?.[1];
  return typeof value === 'string' ? value : undefined;
}
