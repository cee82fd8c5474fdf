import { formatBasic } from '../../http/formatBasic';
import { md5Of } from '../dvc/hashes';

/** A DVC remote over HTTP, and who writes to it. */
interface RemoteOptions {
  /** The repository's own remote, `<base>/<repository>`. */
  url: string;
  username: string;
  password: string;
}

/** Reads and writes objects by their md5, as DVC 3 lays them out on a remote. */
export class DvcObjects {
  private readonly stored = new Set<string>();

  constructor(private readonly remote: RemoteOptions) {}

  async load(md5: string): Promise<Buffer> {
    const url = this.urlOf(md5);
    const response = await fetch(url);
    if (!response.ok) {
      throw new Error(`GET ${url} answered ${response.status}`);
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    if (md5Of(bytes) !== md5) throw new Error(`${url} has other bytes`);
    return bytes;
  }

  /** Writes each object once. */
  async store(bytes: Buffer): Promise<void> {
    const md5 = md5Of(bytes);
    if (this.stored.has(md5)) return;
    const url = this.urlOf(md5);
    const send = () =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: formatBasic(this.remote) },
        body: new Uint8Array(bytes),
      });
    // The server may just have closed a connection that nobody used for seconds,
    // while a model was fitted. What was stored twice is stored once.
    const response = await send().catch(send);
    await response.arrayBuffer();
    if (!response.ok) {
      throw new Error(`POST ${url} answered ${response.status}`);
    }
    this.stored.add(md5);
  }

  private urlOf(md5: string): string {
    return `${this.remote.url}/files/md5/${md5.slice(0, 2)}/${md5.slice(2)}`;
  }
}
