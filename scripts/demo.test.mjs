import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeDemo } from './demo/describeDemo.mjs';
import { createLaps } from './demo/laps.mjs';
import { parseDemoOptions } from './demo/options.mjs';

const defaults = {
  port: 7007,
  worldPort: undefined,
  reset: false,
  help: false,
  fault: undefined,
};

describe('the options of npm run demo', () => {
  const accepted = [
    [[], {}],
    [['--port', '8080'], { port: 8080 }],
    [['--port=8080'], { port: 8080 }],
    [['--reset', '--world-port', '4200'], { reset: true, worldPort: 4200 }],
    [['--help'], { help: true }],
    [['fault'], { fault: { name: undefined, isOn: true } }],
    [['fault', 'bad-model'], { fault: { name: 'bad-model', isOn: true } }],
    [
      ['fault', 'bad-model', 'off'],
      { fault: { name: 'bad-model', isOn: false } },
    ],
    [
      ['fault', 'bad-model', 'on'],
      { fault: { name: 'bad-model', isOn: true } },
    ],
    [['fault', '--help'], { help: true }],
  ];
  for (const [args, expected] of accepted) {
    test(`${args.join(' ') || '(none)'} is understood`, () => {
      assert.deepEqual(parseDemoOptions(args), { ...defaults, ...expected });
    });
  }

  const refused = [
    [['--port'], /--port needs a port number/],
    [['--port', 'http'], /not "http"/],
    [['--port', '0'], /between 1 and 65535/],
    [['--port', '70000'], /between 1 and 65535/],
    [['--port', '80.5'], /between 1 and 65535/],
    [['8080'], /no option 8080/],
    [['--rest'], /no option --rest/],
    [['fault', 'bad-model', 'of'], /fault takes a name/],
    [['fault', 'bad-model', 'off', 'now'], /fault takes a name/],
    [['fault', '--port', '80'], /fault takes a name/],
  ];
  for (const [args, sentence] of refused) {
    test(`${args.join(' ')} is refused`, () => {
      assert.throws(() => parseDemoOptions(args), sentence);
    });
  }
});

test('where the time went is said for each lap, in order', () => {
  const said = [];
  const laps = createLaps(text => said.push(text));
  laps.begin('one');
  laps.begin('two');
  assert.deepEqual(said, ['one …', 'two …']);
  assert.match(
    laps.report(),
    /^ready after [\d.]+ s \(one [\d.]+ s, two [\d.]+ s\)$/,
  );
});

describe('what the demo prints', () => {
  const sayFor = hasExample =>
    describeDemo({
      hasExample,
      state: { directory: '/demo', kubeconfig: '/demo/kubeconfig' },
      backstage: { url: 'http://localhost:7007' },
      world: {
        organisation: 'ml',
        urls: {
          forge: 'http://localhost:3200',
          argocd: 'http://localhost:3201',
          dvcRemote: 'http://localhost:3202',
          cluster: 'http://localhost:3300',
        },
        account: { username: 'demo', password: 'secret' },
      },
    });

  test('names the cluster, and how to get to it', () => {
    assert.match(
      sayFor(true),
      /^Cluster {5}http:\/\/localhost:3300 \(kubectl --kubeconfig \/demo\/kubeconfig /m,
    );
  });

  test('leads to the example where there is one', () => {
    const text = sayFor(true);
    assert.match(
      text,
      /\n1\. Approve a canary\.[^]*\/component\/fraud-detector\/ml-delivery\n[^]*\n2\. /,
    );
    assert.match(text, /\nCluster +http:\/\/localhost:3300 /);
    assert.match(
      text,
      /git clone http:\/\/demo:secret@localhost:3200\/ml\/fraud-detector\.git/,
    );
  });

  test('promises nothing of a fraud-detector that somebody else made', () => {
    const text = sayFor(false);
    assert.match(text, /a fraud-detector that the demo did not make/);
    assert.doesNotMatch(text, /component\/fraud-detector|ten weeks|git clone/);
    assert.match(text, /\n1\. [^]*\n2\. [^]*\n3\. /);
  });
});
