/** A file that some reader looked at. @public */
export interface DoctorFile {
  path: string;
  /** The id of the reader. */
  reader: string;
  /** `problem`: some of it could not be read; `ignored`: the tool or this reader passes over it. */
  status: 'read' | 'problem' | 'ignored';
}

/** Something that a page would need, and how to get it. @public */
export interface DoctorGap {
  what: string;
  remedy: string;
}

/** Whether a page has something to show. A page that is ready may still miss something. @public */
export interface DoctorPage {
  page: 'features' | 'data' | 'models';
  ready: boolean;
  missing: DoctorGap[];
}

/** What was found in a revision and read, file by file, and what each page lacks. @public */
export interface DoctorReport {
  /** Sorted by path, then by reader. */
  files: DoctorFile[];
  pages: DoctorPage[];
}
