/**
 * Readers, facts and reasoning for GitOps ML repositories.
 * @packageDocumentation
 */
export * from './reading/Json';
export * from './reading/isJsonObject';
export * from './reading/isRecord';
export * from './reading/Problem';
export * from './reading/Reader';
export * from './reading/ReadLimits';
export * from './reading/readEntry';
export * from './reading/TracedTree';
export * from './reading/parseYaml';
export type { ParsedYaml } from './reading/parseYamlText';
export * from './reading/yamlNode';
export * from './reading/resolveYamlScalar';
export * from './reading/safePath';
export * from './reading/redactUrl';
export * from './reading/redactUrls';
export * from './problems/codes';
export * from './problems/formatProblem';
export * from './facts/dvc';
export * from './facts/gto';
export * from './facts/feast';
export * from './facts/descriptor';
export * from './facts/gitops';
export * from './model/EntryReading';
export * from './model/collectDoctor';
export * from './model/DataVersion';
export * from './model/dvcIgnore';
export * from './model/collectDataVersions';
export * from './model/Doctor';
export * from './model/ModelVersion';
export * from './model/collectMetrics';
export * from './model/collectModels';
export * from './model/collectProvenance';
export * from './model/selectBroken';
export * from './model/selectFacts';
export * from './dvc';
export * from './gto';
export * from './feast';
export * from './descriptor';
export * from './environments';
export * from './state';
export * from './delivery';
export * from './findings';
export * from './readers';
