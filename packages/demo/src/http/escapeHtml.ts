const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that may stand in markup, and in the value of an attribute. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, found => escapes[found] ?? found);
