import {
  RepositoryReader,
  RepositoryCredentials,
} from '../git/RepositoryReader';
import { JsonObject } from '../json';
import { Render } from './Render';

/** What one application is made from. */
export type Params = JsonObject;

/** What a generator needs beside itself. */
export interface GeneratorContext {
  reader: RepositoryReader;
  /** What is stored for a URL, in the ApplicationSet's project. */
  credentialsOf(url: string): RepositoryCredentials;
  render: Render;
}
