import { lazy, Suspense } from 'react';
import { Skeleton, Text } from '@backstage/ui';
import { SizePicture } from '../../view-model/collectSizeSeries';
import { describeSizeGaps } from '../../view-model/describeSizeGaps';
import { seriesColor } from '../../view-model/palette';
import styles from './SizeChart.module.css';

const SizeChart = lazy(() => import('./SizeChart'));

/** The stack with its legend, and what it does not show. */
export const SizeStack = (props: { picture: SizePicture; unsized: number }) => {
  const { picture } = props;
  const gaps = describeSizeGaps(picture, props.unsized);
  return (
    <>
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
      {gaps && (
        <Text as="p" variant="body-small" color="secondary">
          {gaps}
        </Text>
      )}
    </>
  );
};
