import { ReactNode } from 'react';
import { Container, Text } from '@backstage/ui';
import { Envelope } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { NowProvider } from '../../hooks/useNow';
import { EntityView } from '../../hooks/useEntityView';
import { useViewState } from '../../hooks/useViewState';
import { describeViewError } from '../../view-model/describeViewError';
import { DoctorPanel } from '../DoctorPanel/DoctorPanel';
import { RevisionPicker } from '../RevisionPicker/RevisionPicker';
import { LiveParts } from './LiveParts';
import { RefreshButton } from './RefreshButton';
import { ViewBody } from './ViewBody';
import styles from './ViewFrame.module.css';

interface ViewFrameProps<T extends Envelope> {
  title: string;
  view: EntityView<T>;
  /** For a page about now: its other sources. It has no revision to pick. */
  live?: LiveParts<T>;
  children: (value: T) => ReactNode;
}

/** What all tabs share: title, revision, banners, states, source and doctor. */
export function ViewFrame<T extends Envelope>(props: ViewFrameProps<T>) {
  const { view } = props;
  const state = useViewState();
  const isForbidden =
    view.error !== undefined &&
    describeViewError(view.error).kind === 'forbidden';
  return (
    <NowProvider>
      <Container>
        <div className={styles.root}>
          <header className={styles.header}>
            <Text as="h2" variant="title-small">
              {props.title}
            </Text>
            {!isForbidden && (
              <div className={styles.tools}>
                {!props.live && (
                  <RevisionPicker
                    revision={state.get('revision')}
                    defaultBranch={view.value?.repository.defaultBranch}
                    onPick={revision => state.set({ revision })}
                  />
                )}
                <RefreshButton onDone={view.reload} />
              </div>
            )}
          </header>
          <ViewBody view={view} live={props.live}>
            {props.children}
          </ViewBody>
          {!isForbidden && <DoctorPanel />}
        </div>
      </Container>
    </NowProvider>
  );
}
