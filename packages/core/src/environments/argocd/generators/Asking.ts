import { JsonObject } from '../../../reading/isJsonObject';
import { GitGenerator } from './generatorSchema';

/** What one application is made from. @public */
export type Params = JsonObject;

/** A git generator asks for the files of its repository at its revision. @public */
export interface RepositoryRequest {
  generator: GitGenerator;
  /** Is the text of this file wanted, too? */
  reads(path: string): boolean;
}

/** A file of a repository; `text` only of those that were wanted. @public */
export interface RepositoryFile {
  path: string;
  text: string | undefined;
}

/**
 * A computation that may ask for files: whoever runs it answers each request, or
 * throws a `GenerateError` into it, and so decides how a repository is read. @public
 */
export type Asking<T> = Generator<RepositoryRequest, T, RepositoryFile[]>;
