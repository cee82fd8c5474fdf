import { ReactNode } from 'react';
import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describeDataVersion } from '../../view-model/describeDataVersion';
import { Absent } from '../Absent/Absent';
import { Unknown } from '../Unknown/Unknown';

/** What there is to say of an output's version; `—` where it has none yet, `?` where it can't be told. */
export const DataVersionPart = (props: {
  output: DataOutputView;
  children: ReactNode;
}) => {
  const version = describeDataVersion(props.output);
  switch (version.kind) {
    case 'known':
      return <>{props.children}</>;
    case 'none':
      return <Absent what={version.why} />;
    case 'unknown':
      return <Unknown why={version.why} />;
    default:
      return version satisfies never;
  }
};
