import type { Target } from "../channels/targets-for.ts";

/** What a record remembers of its messages, as `outboxFields` keeps it. */
interface Messages {
  readonly [key: string]: { readonly id: string; readonly at: number; readonly on?: string | undefined };
}

/** An installation's id as a key of a document, where "." and "$" have a meaning of their own. */
export function installationKey(installation: string): string {
  return installation.replace(/[.$]/gu, "_");
}

/** Under which key a record remembers a message: its own on the place's first installation, `<key>@<installation>` on the others. */
export function messageKey(key: string, { first, installation }: Pick<Target, "first" | "installation">): string {
  return first ? key : `${key}@${installationKey(installation)}`;
}

/** The message of that key as it stands on an installation. One that was remembered without an installation stands on the place's first. */
export function messageAt(
  messages: Messages,
  key: string,
  { first, installation }: Pick<Target, "first" | "installation">,
): string | undefined {
  const on = installationKey(installation);
  const plain = messages[key];
  if (plain && (plain.on === on || (plain.on === undefined && first))) return plain.id;
  return messages[`${key}@${on}`]?.id;
}

/** All keys under which the same message stands on several installations. */
export function siblingKeys(messages: Messages, key: string): readonly string[] {
  return Object.keys(messages).filter((one) => one === key || one.startsWith(`${key}@`));
}

/** Where a message and its siblings on other installations stand, by installation; undefined when the record does not know it or its installation. */
export function siblingsOf(messages: Messages, id: string): { readonly [installation: string]: string } | undefined {
  const known = Object.keys(messages).find((key) => messages[key]?.id === id);
  if (known === undefined || messages[known]?.on === undefined) return undefined;
  const all = siblingKeys(messages, known.replace(/@[^@]*$/u, "")).flatMap((key) => messages[key] ?? []);
  return Object.fromEntries(all.flatMap((one) => (one.on === undefined ? [] : [[one.on, one.id]])));
}
