import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What makes an output: a stage, another repository or address, or somebody's `dvc add`. */
interface DataOrigin {
  /** Short, for a cell. */
  title: string;
  detail: string;
}

/** The last part of an address, which is how people call a repository. */
function nameOf(url: string): string {
  const last = url.split(/[/:]/).filter(Boolean).pop() ?? url;
  return last.replace(/\.git$/, '');
}

export function describeOrigin(output: DataOutputView): DataOrigin {
  if (output.stage !== undefined) {
    return { title: output.stage, detail: 'stage' };
  }
  if (output.imported) {
    const { kind, url, rev } = output.imported;
    return {
      title: url === undefined ? kind : nameOf(url),
      detail: rev === undefined ? 'imported' : `imported at ${rev}`,
    };
  }
  return { title: 'dvc add', detail: 'pointer file' };
}
