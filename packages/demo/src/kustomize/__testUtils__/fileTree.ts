import { SourceTree } from '../SourceTree';

/** A tree of files in memory. */
export function createFileTree(files: ReadonlyMap<string, string>): SourceTree {
  return {
    async read(path) {
      return files.get(path);
    },
    async list(directory) {
      const start = directory ? `${directory}/` : '';
      const below = [...files.keys()].filter(file => file.startsWith(start));
      return [
        ...new Set(below.map(file => file.slice(start.length).split('/')[0])),
      ];
    },
  };
}
