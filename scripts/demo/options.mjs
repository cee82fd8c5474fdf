import { Failure } from '../toolchain/failures.mjs';

const defaultPort = 7007;
const largestPort = 65535;
// The world takes three in a row.
const largestWorldPort = largestPort - 2;

export const usage = `npm run demo                          start the demo on port ${defaultPort}
npm run demo -- --port N              Backstage on another port
npm run demo -- --reset               forget everything that was pushed and registered
npm run demo -- --reset --world-port N  and put the world on the ports N, N+1, N+2 and N+100

npm run demo -- fault                 what can be made to fail while the demo runs
npm run demo -- fault NAME            make it fail
npm run demo -- fault NAME off        and work again`;

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

/** `fault`, `fault NAME`, `fault NAME on` or `fault NAME off`. */
function parseFault([name, state = 'on', ...rest]) {
  const isSwitch = state === 'on' || state === 'off';
  if (rest.length > 0 || name?.startsWith('-') || !isSwitch) {
    throw new Failure(`fault takes a name, and then nothing or off.\n${usage}`);
  }
  return { name, isOn: state === 'on' };
}

/** The options of the command line; anything unknown is refused. */
export function parseDemoOptions(args) {
  const options = {
    port: defaultPort,
    worldPort: undefined,
    reset: false,
    help: false,
    /** What is to be told to the demo that runs, instead of starting one. */
    fault: undefined,
  };
  if (args[0] === 'fault') {
    return args.includes('--help')
      ? { ...options, help: true }
      : { ...options, fault: parseFault(args.slice(1)) };
  }
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
      case 'fault':
      case '--help':
        options.help = true;
        break;
      default:
        throw new Failure(`The demo has no option ${flag}.\n${usage}`);
    }
  }
  return options;
}
