import { defaultConfig } from '../model/defaultConfig';
import { mergeConfigs, TransformerConfig } from '../model/TransformerConfig';
import { Folder } from './Folder';
import { configurationSchema } from './kustomizationSchema';
import { readStrictly } from './readStrictly';

/** The built-in fields with those of `configurations:`. Throws `KustomizeError`. */
export async function readConfigurations(
  names: string[],
  folder: Folder,
): Promise<TransformerConfig> {
  let config = defaultConfig;
  for (const name of names) {
    const file = await folder.load(name);
    config = mergeConfigs(
      config,
      readStrictly(configurationSchema, 'configuration', file),
    );
  }
  return config;
}
