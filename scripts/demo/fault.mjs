import { Failure } from '../toolchain/failures.mjs';
import { askControl } from './control.mjs';

const command = 'npm run demo -- fault';

/** Every fault in a line of its own, with what it does. */
function describeFaults(faults) {
  const width = Math.max(...faults.map(({ name }) => name.length));
  const lines = faults.map(
    ({ name, description, isOn }) =>
      `${isOn ? 'on ' : 'off'}  ${name.padEnd(width)}  ${description}`,
  );
  return `${lines.join('\n')}\n
${command} NAME        switches one on
${command} NAME off    and off again; all are off when the demo starts`;
}

const describeSwitch = ({ name, description, isOn }) =>
  isOn
    ? `${name} is on: ${description}.\nEnd it with ${command} ${name} off`
    : `${name} is off.`;

function createUnknown(name, faults) {
  const names = faults.map(fault => `  ${fault.name}`).join('\n');
  return new Failure(
    `The demo knows no fault ${name}. It knows:\n${names}\nWhat each does: ${command}`,
  );
}

/** Lists the faults of the demo that runs in `directory`, or switches one; answers what to print. */
export async function switchFault(directory, { name, isOn }) {
  const method = isOn ? 'PUT' : 'DELETE';
  const answer = await askControl(
    directory,
    name === undefined ? 'GET' : method,
    name,
  );
  if (!answer) {
    throw new Failure(
      `No demo is running (nobody answers for ${directory}). Start it in another terminal with npm run demo, and wait until it says where it is.`,
    );
  }
  const { status, body } = answer;
  if (status === 404) throw createUnknown(name, body);
  if (status !== 200) throw new Failure(`The demo says: ${body.message}`);
  if (name === undefined) return describeFaults(body);
  return describeSwitch(body.find(fault => fault.name === name));
}
