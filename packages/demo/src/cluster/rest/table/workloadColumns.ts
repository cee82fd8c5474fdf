import {
  ageColumn,
  Column,
  column,
  count,
  formatLabels,
  nameColumn,
  orNone,
  wide,
} from './Column';
import { Fields } from './Fields';
import { formatAge, formatDuration } from './formatAge';

const joinContainers = (template: Fields, field: string) =>
  template
    .at('spec.containers')
    .items.map(container => container.at(field).text)
    .join(',');

const containerColumns = (template: string): Column[] => [
  wide('Containers', object => joinContainers(object.at(template), 'name')),
  wide('Images', object => joinContainers(object.at(template), 'image')),
];

const operators: Record<string, string | undefined> = {
  In: ' in ',
  NotIn: ' notin ',
};

function formatExpression(expression: Fields): string {
  const key = expression.at('key').text;
  const operator = expression.at('operator').text;
  const values = expression.at('values').items.map(({ text }) => text);
  const word = operators[operator];
  if (word) return `${key}${word}(${values.sort().join(',')})`;
  return operator === 'DoesNotExist' ? `!${key}` : key;
}

function formatSelector(selector: Fields): string {
  const expressions = selector.at('matchExpressions').items;
  return [
    formatLabels(selector.at('matchLabels')),
    ...expressions.map(formatExpression),
  ]
    .filter(Boolean)
    .join(',');
}

const selectorColumn = wide('Selector', object =>
  orNone(formatSelector(object.at('spec.selector'))),
);

/** A controller of old leaves it out where it is 1. */
const readReplicas = (object: Fields) => {
  const replicas = object.at('spec.replicas');
  return replicas.isThere ? replicas.number : 1;
};

const ready = column(
  'Ready',
  object =>
    `${object.at('status.readyReplicas').number}/${readReplicas(object)}`,
);

export const replicaSetColumns = [
  nameColumn,
  column('Desired', readReplicas, { type: 'integer' }),
  count('Current', 'status.replicas'),
  count('Ready', 'status.readyReplicas'),
  ageColumn,
  ...containerColumns('spec.template'),
  selectorColumn,
];

export const deploymentColumns = [
  nameColumn,
  ready,
  column('Up-to-date', o => o.at('status.updatedReplicas').number),
  column('Available', o => o.at('status.availableReplicas').number),
  ageColumn,
  ...containerColumns('spec.template'),
  selectorColumn,
];

export const statefulSetColumns = [
  nameColumn,
  ready,
  ageColumn,
  ...containerColumns('spec.template'),
];

const jobStates = [
  'Complete',
  'Failed',
  'Suspended',
  'FailureTarget',
  'SuccessCriteriaMet',
];

function describeJob(job: Fields): string {
  const held = job
    .at('status.conditions')
    .items.filter(condition => condition.at('status').text === 'True')
    .map(condition => condition.at('type').text);
  return jobStates.find(state => held.includes(state)) ?? 'Running';
}

function countCompletions(job: Fields): string {
  const done = job.at('status.succeeded').number;
  const wanted = job.at('spec.completions');
  const parallelism = job.at('spec.parallelism').number;
  if (wanted.isThere) return `${done}/${wanted.number}`;
  return parallelism > 1 ? `${done}/1 of ${parallelism}` : `${done}/1`;
}

function formatJobDuration(job: Fields, now: number): string {
  const from = job.at('status.startTime').text;
  const until = job.at('status.completionTime').text;
  if (from === '') return '';
  return formatDuration((until ? Date.parse(until) : now) - Date.parse(from));
}

export const jobColumns = [
  nameColumn,
  column('Status', describeJob),
  column('Completions', countCompletions),
  column('Duration', formatJobDuration),
  ageColumn,
  ...containerColumns('spec.template'),
  selectorColumn,
];

function formatLastSchedule(job: Fields, now: number): string {
  const last = job.at('status.lastScheduleTime').text;
  return last ? formatAge(last, now) : '<none>';
}

export const cronJobColumns = [
  nameColumn,
  column('Schedule', job => job.at('spec.schedule').text),
  column('Timezone', job => orNone(job.at('spec.timeZone').text)),
  column('Suspend', job => (job.at('spec.suspend').isTrue ? 'True' : 'False'), {
    type: 'boolean',
  }),
  column('Active', job => job.at('status.active').items.length, {
    type: 'integer',
  }),
  column('Last Schedule', formatLastSchedule),
  ageColumn,
  ...containerColumns('spec.jobTemplate.spec.template'),
];
