import { readGoldens } from '../__testUtils__/goldens';
import { evaluateTemplate, readMissingKey } from './evaluateTemplate';
import { TemplateError, UnsupportedTemplateError } from './TemplateError';

/** As in testdata/argocd/go/main.go. */
const parameters = {
  revision: 'main',
  cluster: 'in-cluster',
  replicas: 3,
  build: 1234567,
  six: 123456,
  small: 0.00001,
  four: 0.0001,
  canary: true,
  empty: '',
  nothing: null,
  list: [1, 'a', null, { b: 1 }],
  path: {
    path: 'argocd/environments',
    filename: 'staging_eu.yaml',
    filenameNormalized: 'staging-eu.yaml',
    segments: ['argocd', 'environments'],
  },
};

function errorOf(task: () => unknown): unknown {
  try {
    return task();
  } catch (error) {
    return error;
  }
}

const { templates } = readGoldens();

describe('evaluateTemplate', () => {
  it.each(templates.filter(({ output }) => output !== undefined))(
    'renders as Go does: $template ($option)',
    ({ template, option, output }) => {
      const missingKey = readMissingKey([option]);
      expect(evaluateTemplate(template, parameters, missingKey)).toBe(output);
    },
  );

  it.each(templates.filter(({ error }) => error !== undefined))(
    'fails as Go does: $template ($option)',
    ({ template, option, error }) => {
      const missingKey = readMissingKey([option]);
      const thrown = errorOf(() =>
        evaluateTemplate(template, parameters, missingKey),
      );
      expect(thrown).toMatchObject({
        name: 'TemplateError',
        message: expect.stringMatching(
          /^failed to (parse|execute go) template /,
        ),
        cause: { message: error },
      });
    },
  );

  it.each([
    '{{ if .canary }}a{{ end }}',
    '{{ range .path.segments }}{{ . }}{{ end }}',
    '{{ $x := 1 }}',
    '{{ .revision | sha256sum }}',
    '{{ index .revision 0 }}',
    '{{ (index .path).x }}',
    '{{ nil }}',
    '{{ 1.5 }}',
    '{{ "\\x41" }}',
  ])('refuses %s, which the subset does not have, by name', template => {
    const error = errorOf(() =>
      evaluateTemplate(template, parameters, 'error'),
    );
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({
      cause: expect.any(UnsupportedTemplateError),
    });
  });

  it("has Argo CD's own function normalize", () => {
    expect(
      evaluateTemplate('{{ .path.filename | normalize }}', parameters, 'error'),
    ).toBe('staging-eu.yaml');
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
