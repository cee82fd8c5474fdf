import { runCli } from './runCli';

// A reader that has seen enough (`| head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`gitops-ml: ${error.message}\n`);
    process.exit(2);
  });
}

runCli(process.argv.slice(2), process).then(code => {
  process.exitCode = code;
});
