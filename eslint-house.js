// The house rules (CONTRIBUTING.md), on top of Backstage's own. Each package's
// .eslintrc.js calls this with its folder.
const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

const rules = {
  'max-lines': ['error', { max: 400 }],
  'sonarjs/cognitive-complexity': ['error', 10],
  'no-warning-comments': [
    'error',
    { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' },
  ],
  'import/order': 'error',
};

const typeScriptRules = {
  '@typescript-eslint/no-explicit-any': 'error',
  // `as const` stays possible. What comes from outside is parsed, not cast.
  '@typescript-eslint/consistent-type-assertions': [
    'error',
    { assertionStyle: 'never' },
  ],
};

// A contract file is the seam to a foreign format; a test may hand a function
// what its type forbids.
const castsAllowed = {
  files: ['**/contract.ts', '**/*.test.ts', '**/*.test.tsx'],
  rules: {
    '@typescript-eslint/consistent-type-assertions': [
      'error',
      { assertionStyle: 'as' },
    ],
  },
};

// A helper that expects is an assertion, too.
const assertionsByName = {
  files: ['**/*.test.ts', '**/*.test.tsx'],
  rules: {
    'jest/expect-expect': ['warn', { assertFunctionNames: ['expect*'] }],
  },
};

/** The configuration of the package in `directory`. */
module.exports = directory =>
  createBackstageConfig(directory, {
    plugins: ['sonarjs'],
    reportUnusedDisableDirectives: true,
    rules: { ...rules, '@backstage/no-mixed-plugin-imports': 'error' },
    tsRules: typeScriptRules,
    overrides: [castsAllowed, assertionsByName],
  });

module.exports.rules = rules;
