import { DoctorFile, DoctorPage, DoctorReport } from '@gitops-ml/core';
import { Column, formatTable } from './formatTable';
import { plainText } from './plainText';
import { TextStyle } from './TextStyle';

const FILE_COLUMNS: Column<DoctorFile>[] = [
  { title: 'FILE', cell: file => file.path },
  { title: 'READER', cell: file => file.reader },
  { title: 'STATUS', cell: file => file.status },
];

function formatPage(page: DoctorPage, style: TextStyle): string {
  const state = page.ready ? style.good('ready') : style.warning('not ready');
  const missing = page.missing.map(
    ({ what, remedy }) => `\n  ${plainText(what)}\n    ${plainText(remedy)}`,
  );
  return `${style.heading(page.page)}  ${state}${missing.join('')}`;
}

/** `gitops-ml doctor` for people. */
export function formatDoctor(report: DoctorReport, style: TextStyle): string {
  const files =
    report.files.length === 0
      ? 'No file of DVC, Feast or a model was found.'
      : formatTable(report.files, FILE_COLUMNS, style);
  const pages = report.pages.map(page => formatPage(page, style));
  return [files, ...pages].join('\n\n');
}
