// Readers that break their contract, for the tests of the parsing worker. Each
// reads `<id>` files; `polite` is a good one beside them.
const endless = {
  id: 'endless',
  version: 1,
  entries: paths => paths.filter(path => path.endsWith('.endless')),
  watches: path => path.endsWith('.endless'),
  read() {
    for (;;);
  },
};

const hoarder = {
  ...endless,
  id: 'hoarder',
  entries: paths => paths.filter(path => path.endsWith('.hoarder')),
  watches: path => path.endsWith('.hoarder'),
  read() {
    const kept = [];
    for (;;) kept.push(new Array(1e5).fill('x'));
  },
};

const thrower = {
  ...endless,
  id: 'thrower',
  entries: paths => paths.filter(path => path.endsWith('.thrower')),
  watches: path => path.endsWith('.thrower'),
  read() {
    throw new Error('boom');
  },
};

const polite = {
  id: 'polite',
  version: 1,
  entries: paths => paths.filter(path => path.endsWith('.polite')),
  watches: path => path.endsWith('.polite') || path.startsWith('parts/'),
  read(entry, tree) {
    const file = tree.get(entry);
    if (file.kind !== 'bytes') return { facts: undefined, problems: [] };
    const names = new TextDecoder()
      .decode(file.bytes)
      .split('\n')
      .filter(Boolean);
    const parts = names.map(name => tree.get(`parts/${name}`));
    const listing = tree.list('parts', '.txt');
    const needs = names
      .filter((_, index) => !parts[index])
      .map(name => ({ kind: 'get', path: `parts/${name}` }));
    if (!listing)
      needs.push({ kind: 'list', directory: 'parts', suffix: '.txt' });
    if (needs.length > 0) return { needs };
    return {
      facts: {
        kind: 'polite',
        path: entry,
        listing,
        parts: parts.map(part =>
          part.kind === 'bytes'
            ? new TextDecoder().decode(part.bytes)
            : part.kind,
        ),
      },
      problems: [],
    };
  },
};

exports.readers = [endless, hoarder, thrower, polite];
