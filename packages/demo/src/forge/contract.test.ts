import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod/v4';
import { GitFolder } from './__testUtils__/GitFolder';
import { HookReceiver, receiveHooks } from './__testUtils__/receiveHooks';
import { startForge } from './startForge';

// The calls that were recorded from a real Gitea, made again: to our forge, or
// to the Gitea that GITEA_URL, GITEA_USER and GITEA_PASSWORD name.

const callSchema = z.object({
  label: z.string(),
  method: z.string(),
  path: z.string(),
  auth: z.boolean(),
  body: z.unknown(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  response: z.unknown(),
});
const webhookSchema = z.object({
  label: z.string(),
  delivered: z.object({
    headers: z.record(z.string(), z.string()),
    body: z.record(z.string(), z.unknown()),
  }),
});
type Call = z.infer<typeof callSchema>;

const recording = fs
  .readFileSync(
    path.join(__dirname, '../../testdata/gitea/forge-calls.ndjson'),
    'utf8',
  )
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));
const isWebhook = ({ label }: { label: string }) =>
  label.startsWith('webhook:');
const calls = z
  .array(callSchema)
  .parse(recording.filter(entry => !isWebhook(entry)));
const webhooks = z.array(webhookSchema).parse(recording.filter(isWebhook));

const recorded = {
  url: 'http://127.0.0.1:28400',
  user: 'bot',
  organisation: 'ml',
  receiver: 'http://127.0.0.1:28101/h',
};

const pullRequests =
  'pull requests come with promotion, a later issue; nothing makes one yet';
/** Calls that our forge does not know. */
const skippedCalls: Record<string, string> = {
  'pr-create': pullRequests,
  'pr-create-again': pullRequests,
  'pr-list': pullRequests,
  'pr-get': pullRequests,
  'pr-files': pullRequests,
  'pr-diff': pullRequests,
  'pr-merge': pullRequests,
  'pr-merge-again': pullRequests,
};

const numbering = 'each installation numbers and names its own';
const clock = 'it is the time of the call';
const features = 'the forge says that it has no issues, wikis, pull requests …';
/** Fields whose values are not compared, only that they are there with the same type. */
const skippedValues: Record<string, string> = {
  id: numbering,
  email: numbering,
  avatar_url: numbering,
  ssh_url: numbering,
  size: 'kibibytes on the disk',
  watchers_count: 'in Gitea the account watches what it made',
  created: clock,
  created_at: clock,
  updated_at: clock,
  permissions: 'the forge has one account, which may do all',
  ...Object.fromEntries(
    [
      'has_issues',
      'has_wiki',
      'has_pull_requests',
      'has_projects',
      'has_releases',
      'has_packages',
      'has_actions',
      'enable_time_tracker',
      'allow_only_contributors_to_track_time',
      'enable_issue_dependencies',
      'allow_merge_commits',
      'allow_rebase',
      'allow_rebase_explicit',
      'allow_squash_merge',
      'allow_fast_forward_only_merge',
      'allow_rebase_update',
      'default_allow_maintainer_edit',
    ].map(name => [name, features]),
  ),
};

const afterMerge =
  'the recorded commit stands on the merge of a pull request, and on the clock';
/** The same for the answer to one call. */
const skippedValuesOf: Record<string, Record<string, string>> = {
  'contents-put': Object.fromEntries(
    [
      'last_commit_sha',
      'last_committer_date',
      'last_author_date',
      'sha',
      'url',
      'html_url',
      'date',
      'name',
    ].map(name => [name, afterMerge]),
  ),
};

interface Target {
  url: string;
  user: string;
  password: string;
  close(): Promise<void>;
}

const organisation = `contract-${Date.now().toString(36)}`;
let folder: string;
let target: Target;
let receiver: HookReceiver;
let work: GitFolder;
const errors: unknown[] = [];

const basic = (user: string, password: string) =>
  `basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function startTarget(): Promise<Target> {
  const { GITEA_URL, GITEA_USER, GITEA_PASSWORD } = process.env;
  if (GITEA_URL) {
    if (!GITEA_USER || !GITEA_PASSWORD) {
      throw new Error('GITEA_URL needs GITEA_USER and GITEA_PASSWORD');
    }
    return {
      url: GITEA_URL.replace(/\/$/, ''),
      user: GITEA_USER,
      password: GITEA_PASSWORD,
      // The repository was deleted by the last call.
      close: async () => {
        await fetch(`${GITEA_URL}/api/v1/orgs/${organisation}`, {
          method: 'DELETE',
          headers: { authorization: basic(GITEA_USER, GITEA_PASSWORD) },
        });
      },
    };
  }
  const account = { username: 'demo', password: 'demo-password' };
  const forge = await startForge({
    directory: path.join(folder, 'forge'),
    port: 0,
    organisations: [],
    account,
    onError: error => errors.push(error),
  });
  return {
    url: forge.url,
    user: account.username,
    password: account.password,
    close: () => forge.close(),
  };
}

/** The recorded text as this target would have said it. */
function localise(text: string): string {
  return text
    .replaceAll(recorded.receiver, `${receiver.url}/h`)
    .replaceAll(recorded.url, target.url)
    .replace(/(^|[/" ])ml(?=[/"\]]|$)/g, `$1${organisation}`)
    .replace(/([/"])bot(?=[/"])/g, `$1${target.user}`);
}

const localiseValue = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(localise(JSON.stringify(value)));

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown) => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

type Compare = (expected: unknown, actual: unknown, at: string) => string[];

function compareLists(
  expected: unknown[],
  actual: unknown[],
  at: string,
  compare: Compare,
): string[] {
  if (expected.length !== actual.length) {
    return [`${at}: ${expected.length} became ${actual.length} items`];
  }
  // Gitea lists a hook's events in any order.
  const order = (list: unknown[]) =>
    at.endsWith('.events') ? [...list].sort() : list;
  const [left, right] = [order(expected), order(actual)];
  return left.flatMap((value, index) =>
    compare(value, right[index], `${at}.${index}`),
  );
}

/** What of an expected answer is missing or other; further fields are no fault. */
function findDifferences(
  expectedAnswer: unknown,
  actualAnswer: unknown,
  skipped: (name: string) => boolean,
): string[] {
  const compare: Compare = (expected, actual, at) => {
    if (typeOf(expected) !== typeOf(actual)) {
      return [`${at}: ${typeOf(expected)} became ${typeOf(actual)}`];
    }
    if (isObject(expected) && isObject(actual)) {
      return Object.entries(expected).flatMap(([name, value]) =>
        compare(value, actual[name], `${at}.${name}`),
      );
    }
    if (Array.isArray(expected) && Array.isArray(actual)) {
      return compareLists(expected, actual, at, compare);
    }
    const names = at.split('.').filter(name => !/^\d+$/.test(name));
    return expected === actual || names.some(skipped)
      ? []
      : [`${at}: ${JSON.stringify(expected)} became ${JSON.stringify(actual)}`];
  };
  return compare(expectedAnswer, actualAnswer, '');
}

const isSkipped = (label: string) => (name: string) =>
  name in skippedValues || name in (skippedValuesOf[label] ?? {});

const authorizationOf = ({ label, auth }: Call): Record<string, string> => {
  if (!auth) return {};
  const password = label.endsWith('bad-password') ? 'wrong' : target.password;
  return { authorization: basic(target.user, password) };
};

function make(call: Call): Promise<Response> {
  return fetch(target.url + localise(call.path), {
    method: call.method,
    redirect: 'manual',
    headers: {
      ...authorizationOf(call),
      ...(call.body ? { 'content-type': 'application/json' } : {}),
    },
    body: call.body ? localise(JSON.stringify(call.body)) : undefined,
  });
}

const remote = () => {
  const { user, password } = target;
  const userinfo = `//${user}:${encodeURIComponent(password)}@`;
  return `${target.url.replace('//', userinfo)}/${organisation}/fraud.git`;
};

/** What was pushed before a call was made. */
const before: Record<string, () => Promise<unknown>> = {
  'src-branch-anonymous': async () => {
    await work.git('init', '--quiet', '--initial-branch=main');
    work.write({
      'catalog-info.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: fraud}\n',
      'infra/staging/kustomization.yaml': 'resources: []\n',
    });
    await work.commit('first');
    await work.git('push', '--quiet', remote(), 'main');
    await receiver.waitFor(2);
    await work.git('tag', '-a', 'fraud@v1.0.0', '-m', 'v1.0.0');
    await work.git('push', '--quiet', remote(), 'fraud@v1.0.0');
    await receiver.waitFor(4);
  },
  'contents-put': async () => {
    await work.git('push', '--quiet', remote(), 'main:promote');
    await receiver.waitFor(6);
  },
};

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forge contract '));
  work = new GitFolder(path.join(folder, 'work'));
  receiver = await receiveHooks();
  target = await startTarget();
});

afterAll(async () => {
  await target.close();
  await receiver.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('the calls that were recorded from Gitea', () => {
  const made = calls.filter(({ label }) => !(label in skippedCalls));

  it.each(made.map(call => [call.label, call] as const))(
    '%s',
    async (label, call) => {
      await before[label]?.();
      const response = await make(call);
      expect(response.status).toBe(call.status);
      for (const name of ['Content-Type', 'X-Total-Count', 'Link']) {
        const expected = call.headers[name];
        if (expected === undefined) continue;
        expect(response.headers.get(name)).toBe(localise(expected));
      }
      if (!/json/.test(call.headers['Content-Type'] ?? '')) return;
      expect(
        findDifferences(
          localiseValue(call.response),
          await response.json(),
          isSkipped(label),
        ),
      ).toEqual([]);
    },
  );

  it('has a recording for each exception', () => {
    const labels = calls.map(({ label }) => label);
    const named = [
      ...Object.keys(skippedCalls),
      ...Object.keys(skippedValuesOf),
      ...Object.keys(before),
    ];
    expect(named.filter(label => !labels.includes(label))).toEqual([]);
  });
});

describe('the webhooks that were recorded from Gitea', () => {
  it.each(webhooks.map(({ delivered }) => [delivered] as const))(
    '%#',
    ({ headers, body }) => {
      const event = headers['X-Gitea-Event'];
      const found = receiver.received.find(
        hook =>
          hook.headers['x-gitea-event'] === event && hook.body.ref === body.ref,
      );
      // The recording created its branch from another commit than main's.
      const skipped = (name: string) =>
        isSkipped('')(name) || (body.ref === 'promote' && name === 'sha');
      expect(
        findDifferences(localiseValue(body), found?.body, skipped),
      ).toEqual([]);
      expect(
        Object.keys(headers).filter(
          name => !(name.toLowerCase() in (found?.headers ?? {})),
        ),
      ).toEqual([]);
      expect(found?.headers['x-gitea-signature']).toBe(
        createHmac('sha256', 'hook-secret')
          .update(found?.text ?? '')
          .digest('hex'),
      );
    },
  );
});

it('was answered without an error of the forge itself', () => {
  expect(errors).toEqual([]);
});
