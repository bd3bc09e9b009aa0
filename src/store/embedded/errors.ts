import { StoreUnavailable } from "../store-errors.ts";

/** What SQLite says when it fails, as the libsql package hands it on: an Error with a code such as "SQLITE_FULL". */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return error.code.startsWith("SQLITE_") ? error.code : undefined;
}

/** An id or a unique index is taken by another document. */
export function isTaken(error: unknown): boolean {
  return sqliteCode(error)?.startsWith("SQLITE_CONSTRAINT") ?? false;
}

/** SQLite's failure in the port's words, with advice; anything else is a mistake of ours and comes back as it is. */
export function translated(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  return code ? new StoreUnavailable(`${advice(code, file)} (${code})`, { cause: error, retryAfterSeconds: 5 }) : error;
}

function advice(code: string, file: string): string {
  if (code === "SQLITE_FULL") return `The disk that holds ${file} is full. Make room on it.`;
  if (code.startsWith("SQLITE_IOERR")) return `${file} could not be read or written. Look at its disk and at its room.`;
  if (code === "SQLITE_CORRUPT" || code === "SQLITE_NOTADB")
    return `${file} is damaged. Stop Luotsi and restore the file from a backup.`;
  if (code === "SQLITE_READONLY")
    return `${file} may not be written. Give the user that runs Luotsi the right to write it.`;
  return `${file} did not do what was asked.`;
}
