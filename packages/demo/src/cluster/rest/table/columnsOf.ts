import { Kind, KindName } from '../../kinds';
import { ageColumn, Column, column, nameColumn } from './Column';
import {
  configMapColumns,
  eventColumns,
  ingressColumns,
  namespaceColumns,
  scalerColumns,
  secretColumns,
  serviceAccountColumns,
  serviceColumns,
} from './otherColumns';
import { podColumns } from './podColumns';
import {
  cronJobColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from './workloadColumns';

const field = (
  name: string,
  path: string,
  rest: Partial<Column> = {},
): Column => column(name, object => object.at(path).cell, rest);

/** Of a custom resource the age is a date. */
const createdColumn: Column = { ...ageColumn, type: 'date' };

/**
 * As Kubernetes 1.34 shows its own kinds (pkg/printers/internalversion), and as
 * the definitions of Argo's kinds say (additionalPrinterColumns).
 */
const columns: Partial<Record<KindName, Column[]>> = {
  Pod: podColumns,
  ReplicaSet: replicaSetColumns,
  Deployment: deploymentColumns,
  StatefulSet: statefulSetColumns,
  Job: jobColumns,
  CronJob: cronJobColumns,
  Service: serviceColumns,
  Ingress: ingressColumns,
  HorizontalPodAutoscaler: scalerColumns,
  ConfigMap: configMapColumns,
  Secret: secretColumns,
  ServiceAccount: serviceAccountColumns,
  Namespace: namespaceColumns,
  Event: eventColumns,
  Rollout: [
    nameColumn,
    field('Desired', 'spec.replicas', { type: 'integer' }),
    field('Current', 'status.replicas', { type: 'integer' }),
    field('Up-to-date', 'status.updatedReplicas', { type: 'integer' }),
    field('Available', 'status.availableReplicas', { type: 'integer' }),
    createdColumn,
  ],
  AnalysisRun: [nameColumn, field('Status', 'status.phase'), createdColumn],
  Experiment: [nameColumn, field('Status', 'status.phase'), createdColumn],
  Application: [
    nameColumn,
    field('Sync Status', 'status.sync.status'),
    field('Health Status', 'status.health.status'),
    field('Revision', 'status.sync.revision', { priority: 10 }),
    field('Project', 'spec.project', { priority: 10 }),
  ],
};

/** How a kind is shown; one that nothing is said of by name and age. */
export function columnsOf({ name, group }: Kind): Column[] {
  const isCustom = group === 'argoproj.io';
  return columns[name] ?? [nameColumn, isCustom ? createdColumn : ageColumn];
}
