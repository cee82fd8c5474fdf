const largestPalette = 256;

const channelsOf = colour => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Squared distance, weighed by how much of each channel an eye sees. */
function distance(one, other) {
  const [r, g, b] = channelsOf(one).map((v, i) => v - channelsOf(other)[i]);
  return 3 * r * r + 6 * g * g + b * b;
}

function countColours(pixels) {
  const counts = new Map();
  for (let at = 0; at < pixels.length; at += 3) {
    const colour = pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}

// Shades that nobody tells apart share a place, so that rare colours get one.
const cellOf = colour => colour & 0xf8f8f8;

/** The most frequent colour of each of the most frequent cells. */
function choosePalette(counts) {
  if (counts.size <= largestPalette) return [...counts.keys()];
  const cells = new Map();
  for (const [colour, count] of counts) {
    const cell = cells.get(cellOf(colour)) ?? { total: 0, most: 0 };
    cell.total += count;
    if (count > cell.most) Object.assign(cell, { colour, most: count });
    cells.set(cellOf(colour), cell);
  }
  return [...cells.values()]
    .sort((one, other) => other.total - one.total)
    .slice(0, largestPalette)
    .map(({ colour }) => colour);
}

function nearest(colour, palette) {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, index) => {
    const found = distance(colour, candidate);
    if (found < least) [best, least] = [index, found];
  });
  return best;
}

/** At most 256 colours for `pixels` (three bytes each), and each pixel's place in them. */
export function reduceColours(pixels) {
  const counts = countColours(pixels);
  const colours = choosePalette(counts);
  const places = new Map();
  for (const colour of counts.keys()) {
    places.set(colour, nearest(colour, colours));
  }
  const indices = Buffer.alloc(pixels.length / 3);
  for (let at = 0; at < pixels.length; at += 3) {
    indices[at / 3] = places.get(pixels.readUIntBE(at, 3));
  }
  return { palette: Buffer.from(colours.flatMap(channelsOf)), indices };
}
