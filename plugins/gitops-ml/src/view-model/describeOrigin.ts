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

/** The command that made the pointer. */
const COMMANDS: Record<string, string> = {
  dvc: 'dvc import',
  url: 'dvc import-url',
  db: 'dvc import-db',
};

export function describeOrigin(output: DataOutputView): DataOrigin {
  if (output.stage !== undefined) {
    return { title: output.stage, detail: 'stage' };
  }
  if (output.imported) {
    const { kind, url, rev } = output.imported;
    return {
      title: url === undefined ? kind : nameOf(url),
      detail: [COMMANDS[kind] ?? kind, rev].filter(Boolean).join(' · '),
    };
  }
  return { title: 'dvc add', detail: 'pointer file' };
}
