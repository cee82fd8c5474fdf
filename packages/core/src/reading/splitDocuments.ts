/** One document of a YAML stream. */
export interface YamlDocument {
  text: string;
  /** How many lines are before its first one. */
  linesBefore: number;
}

/**
 * The documents of a YAML stream. `---` and `...` at the start of a line end a document
 * wherever they stand, block scalars included (YAML 1.2, §9.1.2), so no parser is needed to
 * find them. What follows `---` on its line keeps its column.
 */
export function splitDocuments(stream: string): YamlDocument[] {
  const documents: YamlDocument[] = [];
  let lines: string[] = [];
  let start = 0;
  stream.split('\n').forEach((line, index) => {
    if (!/^(?:---|\.\.\.)(?=\s|$)/.test(line)) {
      lines.push(line);
      return;
    }
    documents.push({ text: lines.join('\n'), linesBefore: start });
    lines = [`   ${line.slice(3)}`];
    start = index;
  });
  documents.push({ text: lines.join('\n'), linesBefore: start });
  return documents.filter(({ text }) => /^[ \t]*[^\s#]/m.test(text));
}
