import { quoteShell } from './quoteShell';

/** What applying a project's definitions would change, and the command that applies them. */
export function feastCommands(projectPath: string): string[] {
  const feast = projectPath
    ? `feast --chdir ${quoteShell(projectPath)}`
    : 'feast';
  return [`${feast} plan`, `${feast} apply`];
}
