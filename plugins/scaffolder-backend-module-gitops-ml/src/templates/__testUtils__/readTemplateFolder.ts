import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Template, templateSchema } from './contract';

const FOLDER = path.resolve(__dirname, '../../../../../templates/ml-monorepo');

export function readTemplate(): Template {
  const text = fs.readFileSync(path.join(FOLDER, 'template.yaml'), 'utf8');
  return templateSchema.parse(parse(text, { merge: true }));
}

/** The template's files in the form that a dry run takes. */
export function readTemplateFolder(): {
  path: string;
  base64Content: string;
  executable: boolean;
}[] {
  return fs
    .readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(FOLDER, file).split(path.sep).join('/'),
        base64Content: fs.readFileSync(file).toString('base64'),
        executable: (fs.statSync(file).mode & 0o111) !== 0,
      };
    });
}
