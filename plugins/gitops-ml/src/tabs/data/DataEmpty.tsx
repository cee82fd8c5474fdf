import { DataResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { describePlace } from '../../view-model/describePlace';

const DOCS = {
  label: 'How DVC tracks data',
  href: 'https://dvc.org/doc/command-reference/add',
};

/** No data is tracked: with DVC set up, or not at all. */
export const DataEmpty = ({ value }: { value: DataResponse }) => {
  const place = describePlace(value);
  return value.dvc ? (
    <EmptyState
      title="DVC is set up, and tracks no data yet"
      lookedFor={`We looked for *.dvc files, dvc.yaml and dvc.lock in ${place}.`}
      appearsWhen="A row appears for each file or folder that is tracked, once its pointer is pushed."
      commands={[
        'dvc add data/raw/transactions.csv',
        'git add . && git commit -m "Track data" && dvc push && git push',
      ]}
      docs={DOCS}
    />
  ) : (
    <EmptyState
      title="No DVC here"
      lookedFor={`We looked for .dvc/config, *.dvc files and dvc.yaml in ${place}.`}
      appearsWhen="Data versions appear once the repository tracks data with DVC."
      commands={[
        'dvc init',
        'dvc add data/raw/transactions.csv',
        'git add . && git commit -m "Track data" && git push',
      ]}
      docs={DOCS}
    />
  );
};
