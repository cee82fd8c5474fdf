import assert from 'node:assert/strict';
import { startDemoCommand } from '../demoWorld.mjs';

/** `npm run demo -- fault …` in another terminal; answers what it prints. */
export async function switchFault(place, ...words) {
  const command = startDemoCommand(place, ['fault', ...words]);
  const [code] = await command.exited;
  assert.equal(code, 0, command.output);
  return command.output;
}
