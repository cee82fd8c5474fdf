// Definition repositories for the conformance test: each is what Feast 0.67
// accepts, unless `refused` names the problem that we must report for it.
// `unresolved` lists what we say is not statically known: `<name>.<argument>`;
// `unseen` the names that Feast has and we can't know.

import { evaluation } from './evaluation.mjs';
import { modules } from './modules.mjs';
import { refused } from './refused.mjs';
import { sourcesAndServices } from './sourcesAndServices.mjs';
import { views } from './views.mjs';

export const cases = [
  ...views,
  ...sourcesAndServices,
  ...modules,
  ...evaluation,
  ...refused,
];
