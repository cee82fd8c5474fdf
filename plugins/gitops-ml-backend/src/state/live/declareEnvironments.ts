import { ProblemView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { OpenView } from '../views/RevisionViews';
import { DeclaredTarget } from './matchEnvironments';

/** What a revision of the repository says of its environments. */
export type DeclareEnvironments = (view: OpenView) => Promise<{
  declared: DeclaredTarget[];
  problems: ProblemView[];
}>;
