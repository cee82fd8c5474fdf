import { redactCommand, redactValue } from './redactSecrets';

describe('redactCommand', () => {
  it.each([
    ['TOKEN=hunter2 python a.py', 'TOKEN=*** python a.py'],
    ['export API_KEY="hunter2"; x', 'export API_KEY=*** x'],
    ['x --db-password hunter2 --n 1', 'x --db-password *** --n 1'],
    ['x --hf_token=hunter2', 'x --hf_token=***'],
    [
      "curl -H 'Authorization: Bearer hunter2' u",
      "curl -H 'Authorization: Bearer ***' u",
    ],
    ['curl -u me:hunter2 h', 'curl -u me:*** h'],
    ['wget https://me:hunter2@h/p?sig=hunter2', 'wget https://h/p?sig=***'],
  ])('hides what is secret in %j', (command, expected) => {
    expect(redactCommand(command)).toBe(expected);
  });

  it.each([
    'python train.py --max_tokens=512 --pad_token "<pad>" --tokenizer bpe',
    'x --password $PASSWORD --api-key "${KEY}"',
    'TOKEN=$CI_TOKEN dvc push',
    'cat s3://bucket/a  |  tee b\n\tc',
  ])('leaves %j as it is', command => {
    expect(redactCommand(command)).toBe(command);
  });
});

describe('redactValue', () => {
  it.each([
    ['db.password', 'hunter2', '***'],
    ['token', 'hunter2', '***'],
    ['hub.token', 'hunter2', '***'],
    ['aws_access_key_id', 'hunter2', '***'],
    ['db.url', 'postgres://me:hunter2@h/d', 'postgres://h/d'],
    ['pad_token', '<pad>', '<pad>'],
    ['max_tokens', 512, 512],
    ['password', '', ''],
    ['secret', true, true],
  ])('%s: %j is shown as %j', (key, value, expected) => {
    expect(redactValue(key, value)).toBe(expected);
  });
});
