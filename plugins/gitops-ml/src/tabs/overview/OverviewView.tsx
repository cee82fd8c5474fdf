import { useMemo } from 'react';
import { EnvironmentsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { FindingDrawer } from '../../components/FindingList/FindingDrawer';
import { FindingList } from '../../components/FindingList/FindingList';
import { SimulatedNotice } from '../../components/SimulatedNotice/SimulatedNotice';
import { EnvironmentTable } from './EnvironmentTable';
import { NothingReleased } from './NothingReleased';
import { OverviewEmpty } from './OverviewEmpty';
import { ReleasesSection } from './ReleasesSection';

/** Every environment, what is not well, and how it came about. */
export const OverviewView = ({ value }: { value: EnvironmentsResponse }) => {
  const { environments, findings } = value;
  const names = useMemo(
    () => environments.map(({ name }) => name),
    [environments],
  );
  if (environments.length === 0) return <OverviewEmpty value={value} />;
  return (
    <>
      {environments.some(({ simulated }) => simulated) && <SimulatedNotice />}
      <NothingReleased environments={environments} />
      <FindingList findings={findings} />
      <EnvironmentTable value={value} />
      <ReleasesSection environments={names} />
      <FindingDrawer findings={findings} />
    </>
  );
};
