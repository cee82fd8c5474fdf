import { describeFetchFailure } from './describeFetchFailure';

describe('describeFetchFailure', () => {
  it.each([
    ["fatal: Authentication failed for 'https://h/o/r.git/'", 'forbidden'],
    [
      "fatal: could not read Username for 'https://h': terminal prompts disabled",
      'forbidden',
    ],
    [
      "fatal: unable to access 'https://h/o/r.git/': The requested URL returned error: 403",
      'forbidden',
    ],
    [
      "remote: Not found.\nfatal: repository 'https://h/o/r.git/' not found",
      'forbidden',
    ],
    [
      "fatal: unable to access 'https://h/o/r.git/': Could not resolve host: h",
      'unreachable',
    ],
    [
      "fatal: unable to access 'https://h/o/r.git/': Failed to connect to h port 443",
      'unreachable',
    ],
    [
      "fatal: unable to access 'https://h/o/r.git/': The requested URL returned error: 500",
      'unreachable',
    ],
    [
      "fatal: unable to access 'https://h/o/r.git/': The requested URL returned error: 301",
      'unreachable',
    ],
    ['', 'unreachable'],
  ])('takes %j for %s', (stderr, status) => {
    expect(describeFetchFailure(stderr).status).toBe(status);
  });

  it('leaves credentials in a URL out', () => {
    const { message } = describeFetchFailure(
      "fatal: unable to access 'https://user:secret@h/o/r.git/': nope",
    );
    expect(message).not.toContain('secret');
  });
});
