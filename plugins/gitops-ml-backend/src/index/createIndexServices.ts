import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Reader, READERS } from '@gitops-ml/core';
import { Knex } from 'knex';
import { ForgeHost } from '../forge/repositoryKey';
import { LoadForgeSecret } from '../forge/loadForgeSecret';
import { Mirrors } from '../git/Mirrors';
import { OpenMirrors } from '../git/OpenMirrors';
import { FactsStore } from './FactsStore';
import { Indexer } from './Indexer';
import { findWorkerFile } from './parsing/findWorkerFile';
import { loadReaderModules } from './parsing/loadReaderModules';
import { ParsingLimits, ParsingWorker } from './parsing/ParsingWorker';
import { RevisionReader } from './RevisionReader';
import { RepositoryKeeper } from './tracking/RepositoryKeeper';

/** What reads and keeps repositories. */
interface IndexServices {
  keeper: RepositoryKeeper;
  reader: RevisionReader;
  close(): Promise<void>;
}

/** Puts together what reads and keeps repositories. Throws where a reader module is none. */
export async function createIndexServices(options: {
  database: Knex;
  logger: LoggerService;
  forges: readonly ForgeHost[];
  loadSecret: LoadForgeSecret;
  mirrors: { directory: string; maxBytes: number; timeoutMs: number };
  refreshMs: number;
  readerModules: string[];
  publish: (topics: readonly string[]) => void;
  parsingLimits?: ParsingLimits;
}): Promise<IndexServices> {
  const { database, logger, forges, readerModules } = options;
  const { directory, ...limits } = options.mirrors;
  const readers: Reader[] = [...READERS, ...loadReaderModules(readerModules)];
  const mirrors = new Mirrors({
    directory,
    limits,
    loadSecret: options.loadSecret,
  });
  await mirrors.prepare();
  const open = new OpenMirrors(mirrors);
  // Pages do not wait behind the indexing of somebody's long history.
  const [pageWorker, indexWorker] = [0, 1].map(
    () =>
      new ParsingWorker({
        file: findWorkerFile,
        readerModules,
        limits: options.parsingLimits,
      }),
  );
  const keeper = new RepositoryKeeper({
    database,
    mirrors,
    open,
    forges,
    logger,
    refreshMs: options.refreshMs,
    publish: options.publish,
    indexer: new Indexer({
      database,
      readers,
      owner: randomUUID(),
      store: new FactsStore({ database, worker: indexWorker }),
    }),
  });
  return {
    keeper,
    reader: new RevisionReader({
      readers,
      store: new FactsStore({ database, worker: pageWorker }),
    }),
    close: async () => {
      await open.close();
      await Promise.all([pageWorker.close(), indexWorker.close()]);
    },
  };
}
