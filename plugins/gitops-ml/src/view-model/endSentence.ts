/** What a source said in its own words, so that another sentence can follow. */
export const endSentence = (text: string | undefined): string | undefined =>
  text && !/[.!?…]$/.test(text) ? `${text}.` : text;
