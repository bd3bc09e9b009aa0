import type { Round } from "../../rounds/round.ts";

/** What goes on in a round that is open: each answers alone, what they answered is talked through, or all answer in the thread. */
export function howOpen({ mode, state }: Pick<Round, "mode" | "state">): "answering" | "talking" | "together" {
  if (mode === "together") return "together";
  return state === "open" ? "answering" : "talking";
}
