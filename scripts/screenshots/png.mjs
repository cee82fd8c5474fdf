// Just as much PNG as the screenshots need: what Chromium writes (8 bits a
// channel, not interlaced) is read, what has a palette is written.
// https://www.w3.org/TR/png-3/

import zlib from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const channelsOf = { 2: 3, 6: 4 };

function* chunksOf(bytes) {
  for (let at = signature.length; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    yield { type, data: bytes.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map(value => Math.abs(guess - value));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

const predictors = [
  () => 0,
  left => left,
  (left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/** Takes a row's filter back, in place. */
function unfilter(row, above, filter, channels) {
  const predict = predictors[filter];
  for (let index = 0; index < row.length; index++) {
    const left = index < channels ? 0 : row[index - channels];
    const corner = index < channels ? 0 : above[index - channels];
    row[index] += predict(left, above[index], corner);
  }
}

/** The pixels of a screenshot, three bytes each; what is transparent in it is dropped. */
export function decodePng(bytes) {
  const chunks = [...chunksOf(bytes)];
  const header = chunks[0].data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = channelsOf[header[9]];
  if (header[8] !== 8 || !channels || header[12] !== 0) {
    throw new Error('a PNG of another kind than Chromium writes');
  }
  const packed = chunks.filter(({ type }) => type === 'IDAT');
  const data = zlib.inflateSync(Buffer.concat(packed.map(c => c.data)));
  const stride = width * channels;
  const pixels = Buffer.alloc(width * height * 3);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = data.subarray(start + 1, start + 1 + stride);
    unfilter(row, above, data[start], channels);
    for (let x = 0; x < width; x++) {
      row.copy(pixels, (y * width + x) * 3, x * channels, x * channels + 3);
    }
    above = row;
  }
  return { width, height, pixels };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return framed;
}

/** A PNG of `indices` (one byte a pixel) into `palette` (three bytes a colour). */
export function encodePalettePng({ width, height, palette, indices }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
