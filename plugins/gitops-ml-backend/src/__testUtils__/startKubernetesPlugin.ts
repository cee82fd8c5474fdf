import { fork } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { z } from 'zod/v4';
import { forward } from './forward';

/** The real kubernetes plugin, in a process of its own. */
export interface KubernetesPlugin {
  /** Of the plugin. */
  url: string;
  /** A plugin of this name that passes everything on to the real one. */
  feature: BackendFeature;
  stop(): Promise<void>;
}

const messageSchema = z.object({ port: z.number() });

/** Starts it; `clusters` are as in its configuration. */
export async function startKubernetesPlugin(
  clusters: JsonObject[],
): Promise<KubernetesPlugin> {
  const child = fork(
    path.join(__dirname, 'kubernetesPlugin.cjs'),
    [JSON.stringify({ clusters })],
    {
      execArgv: [],
      env: { PATH: process.env.PATH, NODE_ENV: 'test' },
      stdio: 'inherit',
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', message =>
      resolve(messageSchema.parse(message).port),
    );
    child.once('exit', code => reject(new Error(`It ended with ${code}`)));
  });
  const url = `http://127.0.0.1:${port}/api/kubernetes`;
  return {
    url,
    feature: createBackendPlugin({
      pluginId: 'kubernetes',
      register(env) {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          async init({ httpRouter }) {
            httpRouter.use(
              (request: http.IncomingMessage, response: http.ServerResponse) =>
                forward(request, response, url),
            );
          },
        });
      },
    }),
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}
