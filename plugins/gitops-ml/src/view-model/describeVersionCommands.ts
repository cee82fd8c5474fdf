import {
  DataOutputView,
  DataResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import {
  getCommand,
  pullCommand,
  pushCommand,
  reproCommand,
  signInCommands,
} from './dataCommands';
import { describeDataVersion } from './describeDataVersion';
import { findRemote } from './findRemote';

/** Commands that belong together, and what for. */
export interface VersionCommand {
  title: string;
  commands: string[];
}

/** What to paste to have an output's version; nothing where its version can't be told. */
export function describeVersionCommands(
  output: DataOutputView,
  value: Pick<DataResponse, 'remotes' | 'revision' | 'repository'>,
): VersionCommand[] {
  const remote = findRemote(value, output);
  const version = describeDataVersion(output);
  if (version.kind === 'none') {
    return output.stage === undefined
      ? []
      : [
          {
            title: `In a clone: run ${output.stage}, and what it needs`,
            commands: [...signInCommands(remote), reproCommand(output)],
          },
        ];
  }
  if (version.kind === 'unknown' || !value.revision) return [];
  const { ref, oid } = value.revision;
  return [
    ...(output.pushed.status === 'missing'
      ? [
          {
            title: 'First, by whoever has it: the remote does not',
            commands: [pushCommand(output.path)],
          },
        ]
      : []),
    ...(output.cache
      ? [
          {
            title: `In a clone at ${ref}`,
            commands: [...signInCommands(remote), pullCommand(output.path)],
          },
        ]
      : []),
    {
      title: 'Anywhere, without a clone',
      commands: [getCommand(value.repository.url, output.path, oid, remote)],
    },
  ];
}
