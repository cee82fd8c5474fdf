import { Failure } from '../toolchain/failures.mjs';

const defaultPort = 7007;
const largestPort = 65535;
// The world takes three in a row.
const largestWorldPort = largestPort - 2;

export const usage = `npm run demo                          start the demo on port ${defaultPort}
npm run demo -- --port N              Backstage on another port
npm run demo -- --reset               forget everything that was pushed and registered
npm run demo -- --reset --world-port N  and put the world on the ports N, N+1, N+2 and N+100`;

function parsePort(flag, text, largest = largestPort) {
  const port = Number(text);
  if (!/^\d+$/.test(text ?? '') || port < 1 || port > largest) {
    throw new Failure(
      `${flag} needs a port number between 1 and ${largest}, not "${
        text ?? ''
      }".`,
    );
  }
  return port;
}

/** The options of the command line; anything unknown is refused. */
export function parseDemoOptions(args) {
  const options = {
    port: defaultPort,
    worldPort: undefined,
    reset: false,
    help: false,
  };
  const rest = args.flatMap(arg =>
    arg.startsWith('--') ? arg.split(/=(.*)/s, 2) : [arg],
  );
  while (rest.length > 0) {
    const flag = rest.shift();
    switch (flag) {
      case '--port':
        options.port = parsePort(flag, rest.shift());
        break;
      case '--world-port':
        options.worldPort = parsePort(flag, rest.shift(), largestWorldPort);
        break;
      case '--reset':
        options.reset = true;
        break;
      case '--help':
        options.help = true;
        break;
      default:
        throw new Failure(`The demo has no option ${flag}.\n${usage}`);
    }
  }
  return options;
}
