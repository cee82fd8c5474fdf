import { isRecord } from '@gitops-ml/core';
import { PodTemplate } from '../contract';

type Loose = Record<string, unknown>;

const mapList = (value: unknown, change: (item: Loose) => Loose): unknown =>
  Array.isArray(value)
    ? value.map(item => (isRecord(item) ? change(item) : item))
    : value;

function fillProbe(probe: Loose): Loose {
  const httpGet = isRecord(probe.httpGet)
    ? { httpGet: { scheme: 'HTTP', path: '/', ...probe.httpGet } }
    : {};
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
    ...httpGet,
  };
}

function pullPolicy(image: unknown): string {
  const name = typeof image === 'string' ? image : '';
  if (name.includes('@')) return 'IfNotPresent';
  const tag = name.split('/').at(-1)?.split(':')[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function fillContainer(container: Loose): Loose {
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(
    name => {
      const probe = container[name];
      return isRecord(probe) ? [[name, fillProbe(probe)]] : [];
    },
  );
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(container.image),
    resources: {},
    ...container,
    ...Object.fromEntries(probes),
    ...(container.ports !== undefined && {
      ports: mapList(container.ports, port => ({ protocol: 'TCP', ...port })),
    }),
  };
}

/**
 * A pod template with what the API server fills in where nothing is said: a
 * template that was read from a cluster asks for the same pods as its manifest.
 * Source: k8s.io/kubernetes pkg/apis/core/v1/defaults.go; creationTimestamp null
 * and the hash label are left out.
 */
export function fillTemplate(template: PodTemplate): Loose {
  const {
    creationTimestamp: _,
    labels = {},
    ...rest
  } = {
    creationTimestamp: undefined,
    ...template.metadata,
  };
  const { 'rollouts-pod-template-hash': _hash, ...kept } = labels;
  return {
    metadata: { ...rest, labels: kept },
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
      ...template.spec,
      containers: mapList(template.spec.containers, fillContainer),
      ...(template.spec.initContainers !== undefined && {
        initContainers: mapList(template.spec.initContainers, fillContainer),
      }),
    },
  };
}
