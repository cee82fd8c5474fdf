import { REDACTED } from '../../reading/redactUrl';
import { Fields } from '../Fields';
import { isSecretName } from '../redact';

/** A text of a metric with its `{{args.name}}` filled in. */
export type ResolveArguments = (text: string) => string;

/**
 * What a run's arguments make of a text. Values from Secrets are not in the run, so their
 * `{{args.…}}` stay; one that is written out under a name that says secret is `***`.
 * Source: argo-rollouts utils/template/template.go.
 */
export function readArguments(args: readonly Fields[]): ResolveArguments {
  const values = new Map(
    args.flatMap(arg => {
      const name = arg.text('name');
      const value = arg.text('value');
      return name === undefined || value === undefined
        ? []
        : [[name, isSecretName(name) ? REDACTED : value] as const];
    }),
  );
  return text =>
    text.replace(
      /\{\{\s*args\.([\w.-]+)\s*\}\}/g,
      (whole, name: string) => values.get(name) ?? whole,
    );
}
