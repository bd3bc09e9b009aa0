import type { Directory } from "../../../people/directory.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import { drawList } from "./draw-list.ts";
import { coverageFor } from "./read-deviations.ts";

/** Reads the customers that are past their limits or not agreed on, for who may see them. */
export async function loadDeviationTell(
  sources: CustomerSources,
  directory: Directory,
  { person }: Listener,
): Promise<Drawing | undefined> {
  const now = sources.now();
  return person && drawList(await coverageFor(sources, directory, { reader: person._id, now }), now);
}
