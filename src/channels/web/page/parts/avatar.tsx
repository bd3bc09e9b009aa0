import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Sender } from "../state/lines.ts";
import { LuotsiMark } from "./luotsi-mark.tsx";

/** How many colours style/bar.css has for avatars. */
const COLOURS = 8;

/** Who is the how manieth in the company: neighbours in the list get different colours. */
export const PeopleOrder = createContext<ReadonlyMap<string, number>>(new Map());

/** A person's initials on a colour of their own, or Luotsi's mark. Decoration: the name stands beside it. */
export function Avatar({ of }: { readonly of: Sender }) {
  const order = useContext(PeopleOrder);
  if (of.kind === "coach") return <LuotsiMark />;
  return (
    <span class={`avatar avatar-${(order.get(of.id) ?? 0) % COLOURS}`} aria-hidden="true">
      {initialsOf(of.name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== "");
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => [...(part ?? "")][0] ?? "");
  return letters.join("").toLocaleUpperCase("fi");
}
