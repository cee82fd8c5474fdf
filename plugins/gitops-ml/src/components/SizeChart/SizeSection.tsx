import { lazy, Suspense } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { SizePicture } from '../../view-model/collectSizeSeries';
import { countNoun } from '../../view-model/countNoun';
import { seriesColor } from '../../view-model/palette';
import { Disclosure } from '../Disclosure/Disclosure';
import { Palette } from '../Palette/Palette';
import { Section } from '../Section/Section';
import { SizeTable } from './SizeTable';
import styles from './SizeChart.module.css';

const SizeChart = lazy(() => import('./SizeChart'));

/** The size of all data over the commits that changed it, as picture and table. */
export const SizeSection = (props: {
  picture: SizePicture;
  unsized: number;
}) => {
  const { picture, unsized } = props;
  return (
    <Section title="Size over commits">
      <Palette>
        <ul className={styles.legend} aria-label="Outputs in the picture">
          {picture.series.map(({ key, label }, index) => (
            <li key={key} className={styles.item}>
              <span
                className={styles.swatch}
                style={{ background: seriesColor(index) }}
              />
              {label}
            </li>
          ))}
        </ul>
        <div className={styles.chart}>
          <Suspense fallback={<Skeleton width="100%" height={240} />}>
            <SizeChart picture={picture} />
          </Suspense>
        </div>
      </Palette>
      {(unsized > 0 || picture.leftOut > 0) && (
        <Text as="p" variant="body-small" color="secondary">
          {[
            unsized > 0 &&
              `${countNoun(
                unsized,
                'output',
              )} without a recorded size: not in the picture.`,
            picture.leftOut > 0 &&
              `${countNoun(picture.leftOut, 'older commit')} not drawn.`,
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      )}
      <Disclosure title="Size over commits as a table">
        <SizeTable picture={picture} />
      </Disclosure>
    </Section>
  );
};
