import http from 'node:http';
import { describeFetchError } from './describeFetchError';

const withCode = (code: string) =>
  Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('words'), { code }),
  });

describe('describeFetchError', () => {
  it.each([
    ['ECONNREFUSED', /nobody listens at its address/],
    ['ECONNRESET', /broke off/],
    ['ENOTFOUND', /host name is not known/],
    ['UND_ERR_HEADERS_TIMEOUT', /did not answer in time/],
    ['EOTHER', /^EOTHER$/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /NODE_EXTRA_CA_CERTS/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /NODE_EXTRA_CA_CERTS/],
    ['CERT_HAS_EXPIRED', /has expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /for another host/],
  ])('of %s says %s', (code, words) => {
    const text = describeFetchError(withCode(code));
    expect(text).toMatch(words);
    expect(text.startsWith(code)).toBe(true);
  });

  it('of a server that speaks no TLS names that', async () => {
    const server = http.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => {
      server.once('listening', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const text = await fetch(`https://127.0.0.1:${port}`).then(
      () => 'an answer',
      describeFetchError,
    );
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
    expect(text).toMatch(/does the server speak https\?/);
  });

  it('of an error without a cause is its message', () => {
    expect(describeFetchError(new Error('aborted'))).toBe('aborted');
  });
});
