import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { describePlace } from '../../view-model/describePlace';

const EXAMPLE = [
  'schemaVersion: 1',
  'environments: [{name: staging, overlay: infra/staging, revision: main}]',
];

/** No environment is declared. */
export const OverviewEmpty = ({ value }: { value: EnvironmentsResponse }) => (
  <EmptyState
    title="No environment found"
    lookedFor={`We looked for ${value.lookedFor.join(', ')} in ${describePlace(
      value,
    )}.`}
    appearsWhen="A row appears for each environment that one of them declares. In a clone, for example:"
    commands={[
      `printf '%s\\n' ${EXAMPLE.map(line => `'${line}'`).join(
        ' ',
      )} > gitops-ml.yaml`,
      'git add gitops-ml.yaml && git commit -m "Declare the environments" && git push',
    ]}
  />
);
