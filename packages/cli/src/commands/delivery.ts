import { parseKubernetesObjects, readDeliveries } from '@gitops-ml/core';
import { describeDeliveries } from '../describe/describeDeliveries';
import { formatDeliveries } from '../reporters/formatDeliveries';
import { FileCommand } from './FileCommand';

/** `gitops-ml delivery FILE…` */
export const delivery: FileCommand = (files, { now }) => {
  const parsed = files.map(({ path, bytes }) =>
    parseKubernetesObjects(bytes, path),
  );
  const objects = parsed.flatMap(file => file.objects);
  const { deliveries, problems } = readDeliveries(objects, {
    now,
    places: parsed.flatMap(file => file.places),
  });
  return {
    body: { deliveries: describeDeliveries(deliveries) },
    problems: [...parsed.flatMap(file => file.problems), ...problems],
    toText: style =>
      deliveries.length === 0
        ? `There is no Rollout or Deployment among the ${objects.length} objects.`
        : formatDeliveries(deliveries, style),
  };
};
