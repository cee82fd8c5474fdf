import { answerPage } from '../answers/answer';
import { Exchange, ForgeParts } from '../ForgeParts';
import { readTree, TreeNode } from '../git/readTree';
import { Asked } from '../requests/ForgeRequest';
import { messagePage } from './layout';
import { resolvePath } from './resolvePath';
import { directoryPage, filePage, FileView } from './sourcePage';

const maxBytes = 1024 * 1024;

function answerMissing({ response }: Exchange, segments: string[]): void {
  const message = `${segments.join('/')} is not in this repository.`;
  answerPage(response, 404, messagePage('Not found', message));
}

type File = Extract<TreeNode, { kind: 'file' }>;

async function viewFile({ entry, read }: File): Promise<FileView> {
  if (entry.size > maxBytes) return { kind: 'too-large' };
  const bytes = await read();
  return bytes.includes(0)
    ? { kind: 'binary' }
    : { kind: 'text', text: bytes.toString() };
}

/** What is at the path that is asked for, and where that is. */
async function findNode(
  store: ForgeParts['store'],
  asked: Asked<'source-page' | 'raw'>,
) {
  const { repository } = asked;
  const found = await resolvePath(store, repository, asked);
  if (!found) return undefined;
  const directory = store.directoryOf(repository);
  const node = await readTree(directory, found.ref.commit, found.path);
  return node && { node, place: { repository, ...found } };
}

/** The page of a file or folder. */
export async function answerSource(
  { store }: ForgeParts,
  exchange: Exchange,
  asked: Asked<'source-page'>,
): Promise<void> {
  const found = await findNode(store, asked);
  if (!found) {
    answerMissing(exchange, asked.segments);
    return;
  }
  const { node, place } = found;
  const page =
    node.kind === 'directory'
      ? directoryPage(place, node.entries)
      : filePage(place, node.entry.size, await viewFile(node));
  answerPage(exchange.response, 200, page);
}

/** The bytes of a file, which no browser is to take for anything but text or bytes. */
export async function answerRaw(
  { store }: ForgeParts,
  exchange: Exchange,
  asked: Asked<'raw'>,
): Promise<void> {
  const node = (await findNode(store, asked))?.node;
  if (node?.kind !== 'file') {
    answerMissing(exchange, asked.segments);
    return;
  }
  const bytes = await node.read();
  exchange.response.writeHead(200, {
    'content-type': bytes.includes(0)
      ? 'application/octet-stream'
      : 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  exchange.response.end(bytes);
}
