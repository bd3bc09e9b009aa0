import type { Flow } from "../flow/flow.ts";
import { nearest } from "../flow/loading/nearest.ts";

export type FoundFlow =
  | { readonly ok: true; readonly value: Flow }
  /** The sentence for whoever asked. */
  | { readonly ok: false; readonly reason: string };

/** The flow of that id, or by another of its names in either language. */
export function findFlow(name: string, flows: readonly Flow[]): FoundFlow {
  const all = `Flows: ${flows.map(({ id }) => id).join(", ")}`;
  if (name === "") return { ok: false, reason: `Which flow? ${all}` };
  const wanted = name.toLowerCase();
  const found = flows.find((flow) => namesOf(flow).some((known) => known.toLowerCase() === wanted));
  if (found !== undefined) return { ok: true, value: found };
  const near = nearest(name, flows.flatMap(namesOf));
  const guess = near === undefined ? "" : ` Did you mean ${flows.find((flow) => namesOf(flow).includes(near))?.id}?`;
  return { ok: false, reason: `There is no flow "${name}".${guess} ${all}` };
}

function namesOf({ id, title, alsoKnownAs }: Flow): string[] {
  return [id, title.fi, title.en, ...(alsoKnownAs?.fi ?? []), ...(alsoKnownAs?.en ?? [])];
}
