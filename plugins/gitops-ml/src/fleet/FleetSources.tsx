import { LiveSourcePart } from '../components/SourceLine/LiveSourcePart';
import { NamedObservation } from '../view-model/live/describeLiveSource';
import styles from './fleet.module.css';

/** Where what is said of the fleet comes from, and how old it is. */
export const FleetSources = (props: { sources: NamedObservation[] }) => (
  <footer className={styles.sources} aria-label="Source">
    {props.sources.map((source, index) => (
      <LiveSourcePart key={index} source={source} />
    ))}
  </footer>
);
