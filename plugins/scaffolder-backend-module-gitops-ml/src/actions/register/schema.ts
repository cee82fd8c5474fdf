// The scaffolder hands out zod 3 and turns it into JSON schema; a default here
// would not be applied, so the handler applies them.
import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

const environment = (z: Zod) =>
  z.object({
    name: z.string().describe('Its name, e.g. `staging`; a DNS label.'),
    instance: z
      .string()
      .describe(
        'The Argo CD instance, by its name in argocd.appLocatorMethods.',
      ),
    cluster: z
      .string()
      .optional()
      .describe(
        "The destination cluster's name in Argo CD. Default: `in-cluster`.",
      ),
    server: z
      .string()
      .optional()
      .describe("The destination by its API's URL, instead of `cluster`."),
    namespace: z.string().describe('The destination namespace.'),
  });

const retry = (z: Zod) =>
  z.object({
    limit: z.number().int().describe('How often a failed sync is tried again.'),
    refresh: z
      .boolean()
      .optional()
      .describe('Whether a retry takes the newest commit.'),
    backoff: z
      .object({
        duration: z.string().describe('The first pause, e.g. `10s`.'),
        factor: z
          .number()
          .int()
          .optional()
          .describe('By what each pause is longer than the one before.'),
        maxDuration: z.string().optional().describe('The longest pause.'),
      })
      .optional()
      .describe('The pauses between retries.'),
  });

const applicationLayout = (z: Zod) =>
  z.object({
    path: z
      .string()
      .describe(
        'The folder that is deployed; `{environment}` in it stands for the name of the environment.',
      ),
    name: z
      .string()
      .optional()
      .describe(
        "The Application's name, with `{environment}`. Default: `<name>-{environment}`.",
      ),
    labels: z
      .record(z.string())
      .optional()
      .describe(
        'Labels beside backstage.io/kubernetes-id and gitops-ml/environment.',
      ),
    automated: z
      .boolean()
      .optional()
      .describe('Whether Argo CD syncs by itself. Default: true.'),
    prune: z
      .boolean()
      .optional()
      .describe(
        'Whether a sync deletes what Git no longer has. Default: true.',
      ),
    selfHeal: z
      .boolean()
      .optional()
      .describe(
        'Whether changes of the cluster are taken back. Default: true.',
      ),
    syncOptions: z
      .array(z.string())
      .optional()
      .describe('Default: `CreateNamespace=true`.'),
    retry: retry(z)
      .optional()
      .describe(
        'Default: 2 retries of the newest commit, after 10 s and more.',
      ),
    deleteResources: z
      .boolean()
      .optional()
      .describe(
        'Whether deleting the Application deletes its resources (the finalizer resources-finalizer.argocd.argoproj.io). Default: false.',
      ),
  });

export const inputSchema = {
  name: (z: Zod) =>
    z
      .string()
      .describe(
        'The name of the component; AppProject and ApplicationSet are called `ml-<name>`.',
      ),
  repoUrl: (z: Zod) =>
    z
      .string()
      .describe(
        "The repository's clone URL, e.g. `remoteUrl` of the publish step.",
      ),
  environments: (z: Zod) =>
    z
      .array(environment(z))
      .min(1)
      .describe('The environments, each on one Argo CD instance.'),
  project: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('An existing AppProject to use. Default: one is made.'),
  layout: (z: Zod) =>
    z
      .union([
        z.literal('application-set'),
        z.object({
          application: applicationLayout(z).describe(
            'What each Application deploys, and how it syncs.',
          ),
        }),
      ])
      .optional()
      .describe(
        '`application-set` (default): an ApplicationSet over `argocd/<instance>/environments/*.yaml`. Or one Application for each environment.',
      ),
  revision: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'The branch with the environment files, or what an Application follows. Default: `main`.',
      ),
  credentials: (z: Zod) =>
    z
      .object({
        username: z.string().optional().describe('The user name.'),
        password: z.string().optional().describe('Its password.'),
        token: z.string().optional().describe('A token instead of a password.'),
      })
      .optional()
      .describe(
        'Credentials with which Argo CD reads the repository. Give them from `secrets`; they are never logged.',
      ),
  onConflict: (z: Zod) =>
    z
      .enum(['fail', 'adopt', 'upsert'])
      .optional()
      .describe(
        '`fail` (default): show how what exists differs. `adopt`: accept it unchanged where its source is this repository and all destinations are in it. `upsert`: change it.',
      ),
  wait: (z: Zod) =>
    z
      .enum(['none', 'synced', 'healthy'])
      .optional()
      .describe('Until when the step waits. Default: `none`.'),
  timeout: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('How long it waits at most, e.g. `90s`. Default: `10m`.'),
};

export const outputSchema = {
  applications: (z: Zod) =>
    z
      .array(
        z.object({
          environment: z.string().describe("The environment's name."),
          instance: z.string().describe('The Argo CD instance.'),
          name: z.string().describe("The Application's name."),
          url: z.string().describe("The Application's page in Argo CD."),
        }),
      )
      .describe('One for each environment.'),
  projects: (z: Zod) =>
    z
      .array(
        z.object({
          instance: z.string().describe('The Argo CD instance.'),
          name: z.string().describe("The AppProject's name."),
        }),
      )
      .describe('One for each Argo CD instance.'),
};
