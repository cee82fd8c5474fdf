// The colours stand in the stylesheet alone, so the test reads it there.
// eslint-disable-next-line no-restricted-imports
import { readFileSync } from 'fs';
// eslint-disable-next-line no-restricted-imports
import { resolve } from 'path';
import { SERIES_COUNT } from './palette';

const css = readFileSync(
  resolve(__dirname, '../components/Palette/palette.module.css'),
  'utf8',
);

function luminance(hex: string): number {
  const channels = [1, 3, 5].map(start => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const [light, dark] = css
  .split('}')
  .map(block => block.match(/#[0-9a-f]{6}/g) ?? [])
  .filter(colors => colors.length > 0);

// The backgrounds of cards and of cards in drawers in @backstage/ui 0.18, where pictures stand.
const LIGHT_BACKGROUNDS = ['#ffffff', '#f7f7f7'];
const DARK_BACKGROUNDS = ['#424141', '#504f4f'];

describe('the palette', () => {
  it('has a colour for each series in both themes', () => {
    expect([light.length, dark.length]).toEqual([SERIES_COUNT, SERIES_COUNT]);
  });

  it.each(light.map(color => [color]))('%s is seen on light cards', color => {
    for (const background of LIGHT_BACKGROUNDS) {
      expect(contrast(color, background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(dark.map(color => [color]))('%s is seen on dark cards', color => {
    for (const background of DARK_BACKGROUNDS) {
      expect(contrast(color, background)).toBeGreaterThanOrEqual(3);
    }
  });
});
