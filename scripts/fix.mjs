// Repairs what a machine can: what the linter fixes by itself, formatting, and
// the API reports (which say what changed for others: read their diff).

import { once } from 'node:events';
import { endAllOnSignal, start } from './lib/processes.mjs';
import { apiReportArguments } from './verify/apiReports.mjs';

const steps = [
  ['backstage-cli', ['repo', 'lint', '--fix', '--format', 'stylish']],
  ['prettier', ['--write', '--loglevel', 'warn', '.']],
  ['tsc', ['--incremental', 'false']],
  ['backstage-repo-tools', apiReportArguments],
];

endAllOnSignal();
for (const [command, args] of steps) {
  console.log(`${command} ${args.join(' ')}`);
  const [code] = await once(start(command, args, { stdio: 'inherit' }), 'exit');
  if (code !== 0) process.exitCode = 1;
}
