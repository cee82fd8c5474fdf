// A history of models whose artifacts move, change, and come from a pipeline, a
// pointer, a folder or Git itself.

const day = number => `2024-03-0${number}T00:00:00Z`;

const hash = letter => letter.repeat(32);

const pipeline = ({ out, artifacts }) => `stages:
  train:
    cmd: fit
    outs:
      - ${out}
artifacts:
${artifacts}`;

const lock = (out, letter, size) => `schema: '2.0'
stages:
  train:
    cmd: fit
    outs:
      - path: ${out}
        hash: md5
        md5: ${hash(letter)}
        size: ${size}
`;

const pointer = (out, letter, size) => `outs:
- md5: ${hash(letter)}
  size: ${size}
  hash: md5
  path: ${out}
`;

const churn = path => `  churn:
    path: ${path}
    type: model
`;

export const modelHistory = {
  commits: [
    {
      at: day(1),
      files: {
        '.dvc/config': '',
        'dvc.yaml': pipeline({
          out: 'model.pkl',
          artifacts: churn('model.pkl'),
        }),
        'dvc.lock': lock('model.pkl', 'a', 10),
        'artifacts.yaml': 'old:\n  type: model\n  path: old.pkl\n',
      },
    },
    {
      at: day(2),
      files: {
        'dvc.yaml': pipeline({
          out: 'models/churn.pkl',
          artifacts: `${churn('./models//churn.pkl')}  plain:
    path: plain.txt
`,
        }),
        'dvc.lock': lock('models/churn.pkl', 'b', 20),
        'plain.txt': 'a small model',
        'teams/eu/dvc.yaml': 'artifacts:\n  churn:\n    path: eu.pkl\n',
        'teams/eu/eu.pkl.dvc': pointer('eu.pkl', 'c', 0),
      },
    },
    {
      at: day(3),
      files: {
        'dvc.yaml': pipeline({
          out: 'models/churn.pkl',
          artifacts: '  declared:\n    path: models/churn.pkl\n',
        }),
      },
    },
  ],
  tags: [
    { name: 'churn@v1.0.0', commit: 0, at: day(4) },
    { name: 'churn@v2.0.0', commit: 1, at: day(5) },
    { name: 'churn@v3.0.0', commit: 2, at: day(6) },
    { name: 'plain@v1.0.0', commit: 1, at: day(6) },
    { name: 'teams/eu=churn@v1.0.0', commit: 1, at: day(6) },
    { name: 'never@v1.0.0', commit: 0, at: day(6) },
    { name: 'churn#prod#1', commit: 0, at: day(7) },
  ],
};
