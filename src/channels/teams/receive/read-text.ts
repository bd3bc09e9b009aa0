import type { RawActivity } from "./raw-activity.ts";

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&nbsp;|\u00a0/g, " "],
  [/&lt;/g, "<"],
  [/&gt;/g, ">"],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  // Last, so that "&amp;lt;" stays what its writer wrote.
  [/&amp;/g, "&"],
];

/**
 * What a person wrote, as they wrote it: without the coach's mention, other mentions as plain names, and the few HTML entities that Teams leaves in a
 * plain text (a hard space after a mention, "<", ">", "&") as themselves. `addressed`: the coach was mentioned, or could only be meant.
 */
export function readText(
  { text, entities, recipient }: RawActivity,
  alone: boolean,
): { readonly text: string; readonly addressed: boolean } {
  let rest = text ?? "";
  let mentioned = false;
  for (const { type, mentioned: who, text: written } of entities ?? []) {
    if (type !== "mention" || typeof who !== "object" || who === null) continue;
    if (recipient === undefined || Reflect.get(who, "id") !== recipient.id) continue;
    mentioned = true;
    if (typeof written === "string" && written !== "") rest = rest.replaceAll(written, "");
  }
  for (const [pattern, meant] of [[/<at(?: id="[^"]*")?>(.*?)<\/at>/gis, "$1"] as const, ...ENTITIES])
    rest = rest.replace(pattern, meant);
  return { text: rest.trim(), addressed: alone || mentioned };
}
