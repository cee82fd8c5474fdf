import {
  DataOutputView,
  DataRemoteView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** The remote that an output is kept on; the default one where none is named. */
export function findRemote(
  { remotes }: { remotes: DataRemoteView[] },
  output: Pick<DataOutputView, 'remote'> | undefined,
): DataRemoteView | undefined {
  return output?.remote === undefined
    ? remotes.find(one => one.default)
    : remotes.find(({ name }) => name === output.remote);
}
