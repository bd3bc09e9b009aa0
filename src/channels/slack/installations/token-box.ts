import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import type { Sealed } from "./stored-installation.ts";

/** A sealed token does not open: it was tampered with, or its key is not among TOKEN_ENCRYPTION_KEY. */
export class TokenNotOpened extends Error {
  override readonly name = "TokenNotOpened";
}

/** Tokens sealed for the store with AES-256-GCM; each only opens for the installation that it was sealed for. */
export interface TokenBox {
  seal(token: string, installation: string): Sealed;
  /** Throws TokenNotOpened. */
  open(sealed: Sealed, installation: string): string;
  /** A secret of its own for another purpose, the same as long as the first key is. */
  secretFor(purpose: string): string;
}

export type ReadKeys =
  | { readonly ok: true; readonly value: readonly Buffer[] }
  | { readonly ok: false; readonly problem: string };

const ADVICE = "write 32 bytes as base64 or hex, such as `openssl rand -base64 32` makes";

/** TOKEN_ENCRYPTION_KEY: one key, or several with commas between. The first seals, all open: so keys are changed by putting a new one in front. */
export function readTokenKeys(text: string): ReadKeys {
  const keys = text.split(",").map((part) => keyIn(part.trim()));
  const value = keys.flatMap((key) => key ?? []);
  return value.length === keys.length ? { ok: true, value } : { ok: false, problem: ADVICE };
}

function keyIn(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  if (/^[\w+/-]{43}=?$/.test(text)) return Buffer.from(text, "base64");
  return undefined;
}

/** `keys` as readTokenKeys reads them, one at least. */
export function createTokenBox(keys: readonly Buffer[]): TokenBox {
  const [first] = keys;
  if (!first) throw new TokenNotOpened("There is no key to seal tokens with");
  const byId = new Map(keys.map((key) => [idOf(key), key]));

  function open({ key: id, iv, tag, data }: Sealed, installation: string): string {
    const key = byId.get(id);
    if (!key) throw new TokenNotOpened(`${installation}: no key of TOKEN_ENCRYPTION_KEY is ${id}. ${MEND}`);
    try {
      const opening = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64"), { authTagLength: TAG_BYTES });
      opening.setAAD(Buffer.from(installation));
      opening.setAuthTag(Buffer.from(tag, "base64"));
      return Buffer.concat([opening.update(Buffer.from(data, "base64")), opening.final()]).toString("utf8");
    } catch (cause) {
      throw new TokenNotOpened(`${installation}: the stored token was changed by someone else. ${MEND}`, { cause });
    }
  }

  return {
    seal: (token, installation) => {
      const iv = randomBytes(12);
      const sealing = createCipheriv("aes-256-gcm", first, iv, { authTagLength: TAG_BYTES });
      sealing.setAAD(Buffer.from(installation));
      const data = Buffer.concat([sealing.update(token, "utf8"), sealing.final()]).toString("base64");
      const tag = sealing.getAuthTag().toString("base64");
      return { kind: "sealed", key: idOf(first), iv: iv.toString("base64"), tag, data };
    },
    open,
    secretFor: (purpose) => createHmac("sha256", first).update(purpose).digest("base64url"),
  };
}

const TAG_BYTES = 16;
const MEND = "Put back the key that it was sealed with, or install Luotsi to the workspace again";

function idOf(key: Buffer): string {
  return createHash("sha256").update("luotsi token key").update(key).digest("hex").slice(0, 12);
}
