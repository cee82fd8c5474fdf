import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { decodePng, encodePalettePng } from './screenshots/png.mjs';
import { reduceColours } from './screenshots/reduceColours.mjs';

// 3 × 5 pixels, one row for each filter of PNG.
// Made by Python's zlib and struct from the pixels (40·x + y, 7·y, 255 − x·y).
const filtered = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAIAAAAPE8H1AAAAMUlEQVR4nGNgYPivwfA/gOE/IyM7iAVETIzsDEAOI/s/Zia+BlGWf0DEAhIDKmL4BwBkUg2v9OXMkQAAAABJRU5ErkJggg==',
  'base64',
);

const expected = Buffer.from(
  Array.from({ length: 5 }, (_, y) =>
    Array.from({ length: 3 }, (__, x) => [40 * x + y, 7 * y, 255 - x * y]),
  ).flat(2),
);

test('reads each filter of a PNG', () => {
  const { width, height, pixels } = decodePng(filtered);
  assert.deepEqual([width, height], [3, 5]);
  assert.deepEqual(pixels, expected);
});

test('keeps up to 256 colours as they are', () => {
  const { palette, indices } = reduceColours(expected);
  const again = [...indices].flatMap(index => [
    ...palette.subarray(index * 3, index * 3 + 3),
  ]);
  assert.deepEqual(Buffer.from(again), expected);
});

test('takes a colour that has no place for the nearest that has', () => {
  const many = Array.from({ length: 4096 }, (_, n) => [
    (n & 15) * 17,
    ((n >> 4) & 15) * 17,
    (n >> 8) * 17,
  ]);
  const often = Array.from({ length: 50 }, () => [
    [255, 0, 0],
    [0, 0, 0],
  ]);
  const pixels = Buffer.from([...often.flat(), ...many].flat());
  const { palette, indices } = reduceColours(pixels);
  assert.equal(palette.length, 256 * 3);
  assert.deepEqual([...palette.subarray(0, 6)], [255, 0, 0, 0, 0, 0]);
  assert.equal(indices[100], 1);
});

test('writes a PNG whose rows are the indices', () => {
  const png = encodePalettePng({
    width: 2,
    height: 2,
    palette: Buffer.from([255, 0, 0, 0, 0, 255]),
    indices: Buffer.from([0, 1, 1, 0]),
  });
  const start = png.indexOf('IDAT') + 4;
  const length = png.readUInt32BE(start - 8);
  const rows = zlib.inflateSync(png.subarray(start, start + length));
  assert.deepEqual([...rows], [0, 0, 1, 0, 1, 0]);
  assert.equal(
    png.readUInt32BE(start + length),
    zlib.crc32(png.subarray(start - 4, start + length)),
  );
});
