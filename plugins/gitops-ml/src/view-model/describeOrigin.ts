import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';

/** What makes an output: a stage, another repository or address, or somebody's `dvc add`. */
export interface DataOrigin {
  kind: 'stage' | 'import' | 'tracked';
  word: string;
  subject: string;
}

export function describeOrigin(output: DataOutputView): DataOrigin {
  if (output.stage !== undefined) {
    return { kind: 'stage', word: 'stage', subject: output.stage };
  }
  if (output.imported) {
    const { kind, url, path } = output.imported;
    return {
      kind: 'import',
      word: 'imported from',
      subject: [url, path].filter(Boolean).join(' ') || kind,
    };
  }
  return {
    kind: 'tracked',
    word: 'tracked by',
    subject: output.declaredIn.path,
  };
}
