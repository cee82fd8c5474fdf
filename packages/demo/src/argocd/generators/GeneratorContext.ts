import { Render } from '@gitops-ml/core';
import {
  RepositoryReader,
  RepositoryCredentials,
} from '../git/RepositoryReader';

/** What a generator needs beside itself. */
export interface GeneratorContext {
  reader: RepositoryReader;
  /** What is stored for a URL, in the ApplicationSet's project. */
  credentialsOf(url: string): RepositoryCredentials;
  render: Render;
}
