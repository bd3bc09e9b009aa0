import { z } from "zod";
import { collection } from "../../store/collection.ts";
import type { Store } from "../../store/store.ts";
import { idFrom } from "../id-from.ts";

/** A one-time code with which a second platform joins a company. Only a hash of the code is kept: it is the `_id`. */
const joinCodeSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  /** The admin who asked for it. */
  by: z.string(),
  expiresAt: z.number(),
  /** The installation that used it. */
  usedBy: z.string().nullable(),
});
export type JoinCode = z.infer<typeof joinCodeSchema>;

export const joinCodes = collection({ name: "joinCodes", schema: joinCodeSchema, indexes: [], queries: {} });

/** Without 0, O, 1, I and L, which look alike when they are read aloud. 31^8 codes: nobody guesses one within its day. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const VALID_MS = 24 * 60 * 60 * 1000;

/** A fresh code, "K7QM-2XRT", good for a day and for one use. */
export async function makeJoinCode(
  store: Store,
  { company, by, now }: { readonly company: string; readonly by: string; readonly now: number },
): Promise<string> {
  const picked = Array.from(crypto.getRandomValues(new Uint32Array(8)), (random) => LETTERS[random % LETTERS.length]);
  const code = `${picked.slice(0, 4).join("")}-${picked.slice(4).join("")}`;
  await store.insert(joinCodes, { _id: await codeId(code), company, by, expiresAt: now + VALID_MS, usedBy: null });
  return code;
}

/** The company that a code joins an installation to; undefined when there is no such code, it is too old, or another installation used it. */
export async function companyOfCode(
  store: Store,
  code: string,
  { installation, now }: { readonly installation: string; readonly now: number },
): Promise<string | undefined> {
  const known = await store.get(joinCodes, await codeId(code));
  if (!known || known.expiresAt < now) return undefined;
  return known.usedBy === null || known.usedBy === installation ? known.company : undefined;
}

/** Takes the code for an installation; false when another was quicker. */
export async function useCode(store: Store, code: string, installation: string): Promise<boolean> {
  const used = await store.change(joinCodes, await codeId(code), {
    when: { usedBy: null },
    set: { usedBy: installation },
  });
  return used.kind === "changed" || (used.kind === "unmet" && used.document.usedBy === installation);
}

function codeId(code: string): Promise<string> {
  return idFrom("join-code", code.toUpperCase().replaceAll(/[^A-Z0-9]/gu, ""));
}
