import { PushedView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { describePushed } from '../../view-model/describePushed';
import { StatusWord } from '../StatusWord/StatusWord';

/** Whether the DVC remote has a version. */
export const PushedWord = ({ pushed }: { pushed: PushedView }) => (
  <StatusWord {...describePushed(pushed)} />
);
