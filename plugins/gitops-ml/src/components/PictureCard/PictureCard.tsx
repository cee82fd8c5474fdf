import { ReactNode, useId, useState } from 'react';
import { Button, Card, CardBody, Text } from '@backstage/ui';
import { RiBarChart2Line, RiTable2 } from '@remixicon/react';
import { Palette } from '../Palette/Palette';
import styles from './PictureCard.module.css';

/** A picture, and the same in words and numbers for whoever wants to read it. */
export const PictureCard = (props: {
  title: string;
  note?: string;
  picture: ReactNode;
  words: ReactNode;
  /** Within something that is a card already: one more has too little contrast. */
  isBare?: boolean;
}) => {
  const id = useId();
  const [inWords, setInWords] = useState(false);
  const content = (
    <div className={styles.root}>
      <div className={styles.head}>
        <Text as="h3" id={id} variant="body-large" weight="bold">
          {props.title}
        </Text>
        <div className={styles.aside}>
          {props.note && (
            <Text variant="body-small" color="secondary">
              {props.note}
            </Text>
          )}
          <Button
            size="small"
            variant="tertiary"
            iconStart={inWords ? <RiBarChart2Line /> : <RiTable2 />}
            onPress={() => setInWords(!inWords)}
          >
            {inWords ? 'Show as picture' : 'Show as table'}
          </Button>
        </div>
      </div>
      <Palette>{inWords ? props.words : props.picture}</Palette>
    </div>
  );
  return (
    <section aria-labelledby={id}>
      {props.isBare ? (
        content
      ) : (
        <Card>
          <CardBody>{content}</CardBody>
        </Card>
      )}
    </section>
  );
};
