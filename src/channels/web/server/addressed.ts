import type { Place } from "../../place.ts";

const MENTION = /(?<![\p{L}\p{N}])[@/]luotsi(?![\p{L}\p{N}])[,:]?\s*/iu;

/** A person's text without the coach's name in it, and whether the coach was spoken to: always in the private chat, else by @Luotsi or /luotsi. */
export function readAddressed(text: string, place: Place): { readonly text: string; readonly addressed: boolean } {
  const bare = text.replace(MENTION, "").trim();
  const mentioned = MENTION.test(text);
  return { text: mentioned ? bare : text, addressed: mentioned || place.kind === "private" };
}
