import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** Takes readers of formats that GitOps ML does not know. @public */
export interface GitopsMlReadersExtensionPoint {
  /**
   * Adds the readers that a CommonJS module exports as `readers: Reader[]`.
   * `modulePath` is absolute, e.g. `require.resolve('./readers')`. It is loaded
   * twice: here for `entries` and `watches`, and in the parsing worker for
   * `read`, so that a reading's time and memory are limited like our own
   * readers'. A reader therefore shares no state between the two.
   */
  addReaderModule(modulePath: string): void;
}

/**
 * For readers of formats that GitOps ML does not know.
 * @public
 */
export const gitopsMlReadersExtensionPoint =
  createExtensionPoint<GitopsMlReadersExtensionPoint>({
    id: 'gitops-ml.readers',
  });
