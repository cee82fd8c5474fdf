import { DataOutputView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { createOutput } from './fixtures/data';

/** Outputs `data/part-000.bin` … with sizes from 0 bytes upwards. */
export function createManyOutputs(count: number): DataOutputView[] {
  return Array.from({ length: count }, (_, index) =>
    createOutput({
      path: `data/part-${String(index).padStart(3, '0')}.bin`,
      size: index * 1000,
      hash: { algorithm: 'md5', value: String(index).padStart(32, '0') },
      pushed: { status: 'pushed' },
    }),
  );
}
