const SEPARATOR = /^---(?:\s.*)?$/;
const KIND =
  /^kind:\s*["']?(?:Application|ApplicationSet|Kustomization|GitRepository)["']?\s*(?:#.*)?$/m;

/**
 * The documents of a YAML file that may be manifests of a GitOps engine, each with as
 * many empty lines before it as the file has, so that lines stay what they are. A look
 * at the text first: most YAML of a repository is something else.
 */
export function splitManifests(text: string): string[] {
  if (!KIND.test(text)) return [];
  const documents: string[][] = [[]];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (SEPARATOR.test(line)) {
      documents.push(Array<string>(index + 1).fill(''));
    } else {
      documents.at(-1)?.push(line);
    }
  }
  return documents
    .map(lines => lines.join('\n'))
    .filter(document => KIND.test(document));
}
