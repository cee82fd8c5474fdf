import { Alert } from '@backstage/ui';

/** What is shown comes of a demo's controllers, and the objects say so. */
export const SimulatedNotice = () => (
  <Alert
    role="note"
    status="info"
    icon
    title="Demo cluster: controllers are simulated"
    description="No container runs. The controllers follow the real ones’ rules, and analyses measure the model that is fitted in the repository."
  />
);
