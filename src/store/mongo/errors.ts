import { StoredDocumentInvalid, StoreUnavailable } from "../store-errors.ts";
import { AnswerLate } from "./within.ts";

/** Another document has the id or the unique fields (server errors 11000 and 11001). */
export function isTaken(error: unknown): boolean {
  const code = serverCode(error);
  return code === 11000 || code === 11001;
}

/** The user or password is wrong, or the user lacks rights (UserNotFound 11, Unauthorized 13, AuthenticationFailed 18, MechanismUnavailable 334, Atlas 8000). */
const USER_ERRORS: ReadonlySet<number> = new Set([11, 13, 18, 334, 8000]);

/** Also a server that knows no sign-in (CommandNotFound 59) and was asked for it. */
export function isRefusedUser(error: unknown, named: boolean): boolean {
  const code = serverCode(error);
  return code !== undefined && (USER_ERRORS.has(code) || (named && code === 59));
}

/** Servers were found, and none of them belongs to the replica set that the address names: the driver then strikes them all off its list. */
export function isOtherReplicaSet(error: unknown): boolean {
  const reason = error instanceof Error ? Reflect.get(error, "reason") : undefined;
  if (typeof reason !== "object" || reason === null || Reflect.get(reason, "type") !== "ReplicaSetNoPrimary")
    return false;
  const servers = Reflect.get(reason, "servers");
  return servers instanceof Map && servers.size === 0;
}

/**
 * What the document as it stands cannot take: BadValue 2, TypeMismatch 14, PathNotViable 28, ConflictingUpdateOperators 40, ImmutableField
 * 66, BSONObjectTooLarge 10334, an update's result too large 17419 and 17420 (mongodb.com/docs/manual/reference/error-codes).
 */
const DOCUMENT_ERRORS: ReadonlySet<number> = new Set([2, 14, 28, 40, 66, 10334, 17419, 17420]);

/**
 * The driver's and the network's errors in the port's words; anything else comes back as it is. The server's own messages are left out
 * with their cause, because they quote documents.
 */
export function translated(error: unknown, asked: string): unknown {
  if (error instanceof AnswerLate) return new StoreUnavailable(`${asked}: ${error.message}.`, { cause: error });
  if (isSystemError(error))
    return new StoreUnavailable(`${asked}: MongoDB did not answer (${error.code}).`, { cause: error });
  if (!isDriverError(error)) return error;
  const code = serverCode(error);
  if (isTaken(error))
    return new StoredDocumentInvalid(`${asked}: a unique index allows to one document only what this one would get.`);
  if (error.name.startsWith("BSON") || (code !== undefined && DOCUMENT_ERRORS.has(code)))
    return new StoredDocumentInvalid(
      `${asked}: the document cannot take this${code === undefined ? "" : ` (${code})`}.`,
    );
  if (code === undefined)
    return new StoreUnavailable(`${asked}: MongoDB did not answer (${error.name}).`, { cause: error });
  return new StoreUnavailable(`${asked}: MongoDB refused (${error.name} ${code}).`);
}

/** Told by name, so that the driver need not be loaded where the embedded store is used. */
function isDriverError(error: unknown): error is Error {
  return error instanceof Error && /^(Mongo|BSON)/.test(error.name);
}

/** A failure of the network that the driver hands on as Node tells it: a socket that was cut just now (EPIPE). */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

export function serverCode(error: unknown): number | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : undefined;
}
