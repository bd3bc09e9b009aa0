/** A file that Luotsi made for one person. */
export interface MadeFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Files that messages name (Block of kind "file"). They are made when they are fetched, for the person whom they were promised to and nobody else. */
export interface FileSource {
  /** Undefined where it is somebody else's, its time is over, or its person may not have it any more. */
  open(company: string, person: string, file: string): Promise<MadeFile | undefined>;
}

/** Where nothing gives files. */
export const NO_FILES: FileSource = { open: () => Promise.resolve(undefined) };
