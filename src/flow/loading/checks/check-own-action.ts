import type { Draft } from "../draft.ts";
import { isRecord } from "../file/path.ts";
import type { Problem } from "../problem.ts";
import { findStep } from "./find-step.ts";

/** Kinds whose answer can be what is done, and by when. */
const KINDS = { what: ["text"], by: ["date", "quarter"] } as const;

/** Whether the steps of which a person may make an action of their own are there, and of kinds that suit. */
export function checkOwnAction(draft: Draft): Problem[] {
  const { ownAction } = draft.raw;
  if (!isRecord(ownAction)) return [];
  return (["what", "by"] as const).flatMap((key) => {
    const ref = ownAction[key];
    if (typeof ref !== "string") return [];
    const at = (problem: string) => [draft.file.problem(["ownAction", key], problem)];
    const found = findStep(ref, draft, undefined, new Map());
    if (found.kind === "none") return at(found.problem.replace(" before this one", " in this flow"));
    if (found.kind === "unknown" || found.step.kind === undefined) return [];
    const kinds: readonly string[] = KINDS[key];
    return kinds.includes(found.step.kind)
      ? []
      : at(`"${ref}" is a ${found.step.kind}, it must be a ${kinds.join(" or ")}`);
  });
}
