import type { Sender } from "../state/lines.ts";
import { LuotsiMark } from "./luotsi-mark.tsx";

const HUES = 8;

/** A person's initials on a colour of their own, or Luotsi's mark. Decoration: the name stands beside it. */
export function Avatar({ of }: { readonly of: Sender }) {
  if (of.kind === "coach") return <LuotsiMark />;
  return (
    <span class={`avatar avatar-${hueOf(of.id)}`} aria-hidden="true">
      {initialsOf(of.name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase("fi");
}

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}
