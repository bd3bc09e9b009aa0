import { createHash } from "node:crypto";

/** A person has one proposal for a level or a choice, and one for each message of text or rows; the key has no dots, as store paths want it. */
export function proposalKey(source: string): string {
  return createHash("sha256").update(source).digest("base64url").slice(0, 16);
}
