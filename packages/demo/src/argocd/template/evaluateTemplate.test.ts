import { evaluateTemplate, readMissingKey } from './evaluateTemplate';
import { TemplateError, UnsupportedTemplateError } from './TemplateError';

const parameters = {
  revision: 'main',
  cluster: 'in-cluster',
  replicas: 3,
  build: 1234567,
  small: 0.00001,
  canary: true,
  empty: '',
  nothing: null,
  path: {
    path: 'argocd/environments',
    filename: 'staging_eu.yaml',
    filenameNormalized: 'staging-eu.yaml',
    segments: ['argocd', 'environments'],
  },
};

const render = (template: string) =>
  evaluateTemplate(template, parameters, 'error');

function errorOf(task: () => unknown): unknown {
  try {
    return task();
  } catch (error) {
    return error;
  }
}

describe('evaluateTemplate', () => {
  it.each([
    ['plain', 'plain'],
    ['{{.revision}}', 'main'],
    ['{{ .revision }}', 'main'],
    ['a {{- .revision -}} b', 'amainb'],
    ['a{{/* why */}}b', 'ab'],
    ['{{.path.path}}/x', 'argocd/environments/x'],
    [
      'churn-{{.path.filenameNormalized | trimSuffix ".yaml"}}',
      'churn-staging-eu',
    ],
    ['{{ trimSuffix ".yaml" .path.filename | upper }}', 'STAGING_EU'],
    [
      '{{ .path.filename | trimSuffix ".yaml" | replace "_" "-" }}',
      'staging-eu',
    ],
    ['{{ index .path.segments 1 }}', 'environments'],
    ['{{ (index .path.segments 0) | trimPrefix "argo" }}', 'cd'],
    ['{{ .empty | default "x" }}', 'x'],
    ['{{ default "x" .revision }}', 'main'],
    ['{{ .revision | quote }}', '"main"'],
    ['{{ .revision | squote }}', "'main'"],
    ['{{ .path.filename | normalize }}', 'staging-eu.yaml'],
    ['{{ "a}}b" }}', 'a}}b'],
    ['{{ `raw\\n` }}', 'raw\\n'],
    ['{{ "tab\\t" }}|', 'tab\t|'],
    ['{{ splitList "/" .path.path | join "-" }}', 'argocd-environments'],
    ['{{ .revision | hasPrefix "ma" }}', 'true'],
    ['{{ trunc 2 .revision }}', 'ma'],
    ['{{ trunc -2 .revision }}', 'in'],
    ['{{ .replicas }}', '3'],
    ['{{ .replicas | toString }}', '3'],
    ['{{ .canary }}', 'true'],
    ['{{ .nothing }}', '<no value>'],
    ['{{ .path.segments }}', '[argocd environments]'],
  ])('renders %s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it.each([
    ['{{.build}}', '1.234567e+06'],
    ['{{.small}}', '1e-05'],
  ])(
    'prints a number as Go does, so that an unquoted revision shows: %s',
    (template, expected) => {
      expect(render(template)).toBe(expected);
    },
  );

  it.each([
    [
      '{{.nope}}',
      'failed to execute go template {{.nope}}: template: :1:2: executing "" at <.nope>: map has no entry for key "nope"',
    ],
    [
      'x-{{.path.nope}}',
      'failed to execute go template x-{{.path.nope}}: template: :1:9: executing "" at <.path.nope>: map has no entry for key "nope"',
    ],
    [
      '{{.revision.more}}',
      'failed to execute go template {{.revision.more}}: template: :1:11: executing "" at <.revision.more>: can\'t evaluate field more in type interface {}',
    ],
    [
      '{{ .replicas | lower }}',
      'failed to execute go template {{ .replicas | lower }}: template: :1:15: executing "" at <lower>: wrong type for value; expected string; got float64',
    ],
    [
      '{{ index .path.segments 9 }}',
      'failed to execute go template {{ index .path.segments 9 }}: template: :1:3: executing "" at <index>: error calling index: index out of range: 9',
    ],
  ])('says of %s what Go says', (template, message) => {
    expect(errorOf(() => render(template))).toMatchObject({
      name: 'TemplateError',
      message,
    });
  });

  it.each([
    '{{ if .canary }}a{{ end }}',
    '{{ range .path.segments }}{{ . }}{{ end }}',
    '{{ $x := 1 }}',
    '{{ .revision | sha256sum }}',
    '{{ (index .path).x }}',
    '{{ nil }}',
    '{{ 1.5 }}',
  ])('refuses %s, which the subset does not have, by name', template => {
    const error = errorOf(() => render(template));
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({
      cause: expect.any(UnsupportedTemplateError),
    });
  });

  it.each([
    '{{',
    '{{ .a',
    '{{ }}',
    '{{ .a | }}',
    '{{ ( .a }}',
    '{{ .a ) }}',
    '{{ "a }}',
  ])('refuses the malformed %s', template => {
    expect(errorOf(() => render(template))).toBeInstanceOf(TemplateError);
  });

  it('prints <no value> for a missing key unless it is an error', () => {
    expect(evaluateTemplate('{{.nope}}', parameters, 'default')).toBe(
      '<no value>',
    );
    expect(
      evaluateTemplate('{{.nope | default "x"}}', parameters, 'default'),
    ).toBe('x');
  });
});

describe('readMissingKey', () => {
  it.each([
    [[], 'default'],
    [['missingkey=error'], 'error'],
    [['missingkey=zero'], 'default'],
    [['missingkey=error', 'missingkey=default'], 'default'],
  ])('reads %j', (options, expected) => {
    expect(readMissingKey(options)).toBe(expected);
  });

  it('refuses an option that Go does not have', () => {
    expect(errorOf(() => readMissingKey(['missingkey=panic']))).toMatchObject({
      message: 'unrecognized option: missingkey=panic',
    });
  });
});
