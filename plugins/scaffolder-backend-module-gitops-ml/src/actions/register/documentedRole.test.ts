import fs from 'node:fs';
import path from 'node:path';
import { leastRole, RunningArgoCd } from '@gitops-ml/demo';
import {
  createEnvironment,
  postAsAdmin,
  RegisterActionInput,
  startRegisterHarness,
} from '../../__testUtils__/startRegisterHarness';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../../../../..');
const GUIDE = 'docs/install-the-template.md';
const PLUGIN = 'plugins/scaffolder-backend-module-gitops-ml/README.md';

/** The lines of a policy in a text; in a table's row they stand in backticks. */
const linesIn = (text: string) =>
  [
    ...text.matchAll(/(?:^|`)([pg], (?:role:)?backstage, [^`\n]+?)(?=`|$)/gm),
  ].map(([, line]) => line);

const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** The block of a policy that a page shows. */
const blockOf = (file: string) =>
  linesIn(/```\n(p, role:backstage[^]*?)```/.exec(read(file))?.[1] ?? '');

/** The lines of the table's row that begins with these words. */
function rowOf(file: string, beginning: string): string[] {
  const row = read(file)
    .split('\n')
    .find(line => line.startsWith(`| ${beginning}`));
  if (!row) throw new Error(`${file} has no row "${beginning}"`);
  return linesIn(row);
}

const policyOf = (lines: string[]) => lines.map(line => `${line}\n`).join('');

describe('the documented role of the account at Argo CD', () => {
  const base = blockOf(GUIDE);
  let harness: Awaited<ReturnType<typeof startRegisterHarness>>;
  let main: RunningArgoCd;
  let component: string;

  beforeAll(async () => {
    harness = await startRegisterHarness();
    ({ main } = harness);
  });

  afterAll(async () => {
    const errors = await harness.close();
    if (errors.length > 0) throw errors[0];
  });

  beforeEach(() => {
    component = harness.createComponent();
  });

  const registerAs = (
    lines: string[],
    changes: Partial<RegisterActionInput> = {},
  ) => {
    main.setPolicy(policyOf(lines));
    return harness.register(component, changes);
  };

  it.each(['README.md', PLUGIN])('is the same in %s', file => {
    const lines =
      file === PLUGIN ? rowOf(file, 'the ApplicationSet') : blockOf(file);
    expect(lines).toEqual(base);
  });

  it('is the role that the demo uses', () => {
    expect(base).toEqual(leastRole.trim().split('\n'));
  });

  it('is enough to register', async () => {
    expect((await registerAs(base)).error).toBeUndefined();
  });

  // `applications, get` is for the steps that wait.
  const registerWithout = (line: string) =>
    registerAs(
      base.filter(other => other !== line),
      { wait: 'healthy', timeout: '1s' },
    );

  it.each(base.filter(line => line.startsWith('p, ')).map(line => [line]))(
    'is too little without: %s',
    async line => {
      const run = await registerWithout(line);
      const [, , resource, action] = line.split(', ');
      expect(run.error).toMatch(/lacks the rights? "/);
      expect(run.error).toContain(`"${resource}, ${action}, ml-${component}`);
      expect(run.error).toContain('Nothing was made.');
    },
  );

  it('is nothing without the line that gives it to the account', async () => {
    const run = await registerWithout('g, backstage, role:backstage');
    expect(run.error).toContain(`lacks the rights "projects, create, `);
    expect(run.error).toContain('Nothing was made.');
  });

  const additions: [
    string,
    { row: string; missing: RegExp; changes: Partial<RegisterActionInput> },
  ][] = [
    [
      'adopting',
      {
        row: 'showing in what an existing project differs',
        missing: /difference in keys/,
        changes: {
          onConflict: 'adopt',
          environments: [createEnvironment('staging')],
        },
      },
    ],
    [
      'upserting',
      {
        row: '`onConflict: upsert`',
        missing: /lacks the right "projects, update, /,
        changes: {
          onConflict: 'upsert',
          environments: [createEnvironment('staging')],
        },
      },
    ],
    [
      'credentials',
      {
        row: '`credentials:`',
        missing: /lacks the right "repositories, create, /,
        changes: {
          credentials: { username: 'demo', password: 'demo-password' },
        },
      },
    ],
    [
      'one Application for each environment',
      {
        row: '`layout: {application: …}`',
        missing: /lacks the rights "applications, create, /,
        changes: { layout: { application: { path: 'infra/{environment}' } } },
      },
    ],
  ];

  it.each(additions)('has the lines that %s needs', async (_, wanted) => {
    const { row, missing, changes } = wanted;
    const needsAnother = changes.onConflict !== undefined;
    if (needsAnother) await registerAs(base);
    expect((await registerAs(base, changes)).error).toMatch(missing);
    const more = [...base, ...rowOf(GUIDE, row)];
    expect((await registerAs(more, changes)).error).toBeUndefined();
    expect(rowOf(PLUGIN, row)).toEqual(rowOf(GUIDE, row));
  });

  it('has the line that changing an Application needs', async () => {
    const change = (folder: string) => ({
      layout: { application: { path: folder } },
      onConflict: 'upsert' as const,
    });
    const more = [...base, ...rowOf(GUIDE, '`layout: {application: …}`')];
    await registerAs(more, change('infra/{environment}'));
    expect((await registerAs(more, change('deploy'))).error).toMatch(
      /lacks the rights "applications, update, /,
    );
    const row = 'the same with';
    const run = await registerAs(
      [...more, ...rowOf(GUIDE, row)],
      change('deploy'),
    );
    expect(run.error).toBeUndefined();
    expect(rowOf(PLUGIN, row)).toEqual(rowOf(GUIDE, row));
  });

  it('lets an existing project be used without projects, create', async () => {
    await postAsAdmin(main, 'projects', {
      project: {
        metadata: { name: 'ml-shared' },
        spec: {
          sourceRepos: [harness.repoUrl],
          destinations: [{ name: 'in-cluster', namespace: 'churn-*' }],
        },
      },
      upsert: true,
    });
    const less = base.filter(line => !line.includes('projects, create'));
    const run = await registerAs(less, { project: 'ml-shared' });
    expect(run.error).toBeUndefined();
  });
});
