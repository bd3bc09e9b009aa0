import { flowSchema } from "../../flow.ts";
import type { Draft, Shelf } from "../draft.ts";
import { schemaProblems } from "../file/schema-problems.ts";
import type { Problem } from "../problem.ts";
import { checkButtons } from "./check-buttons.ts";
import { checkExamples } from "./check-examples.ts";
import { checkMessages } from "./check-messages.ts";
import { checkNames, type Registered } from "./check-names.ts";
import { checkOwnAction } from "./check-own-action.ts";
import { checkReferences } from "./check-references.ts";
import { checkSittings } from "./check-sittings.ts";
import { checkSteps } from "./check-steps.ts";
import { checkTone } from "./check-tone.ts";

/** Every mistake of one flow, seen among the flows of its shelf. Files that are not YAML have said so already. */
export function checkFlow(draft: Draft, shelf: Shelf, registered: Registered): Problem[] {
  if (draft.file.value === undefined) return [];
  const problems = [
    ...(draft.flow === undefined ? schemaProblems(draft.file, flowSchema) : []),
    ...checkNames(draft, registered),
    ...checkSteps(draft),
    ...checkReferences(draft, shelf),
    ...checkOwnAction(draft),
    ...checkSittings(draft, shelf),
    ...checkTone(draft.file),
    ...checkButtons(draft),
    ...checkMessages(draft),
  ];
  // A step that is wrong in itself makes its example look wrong too: one thing at a time.
  const blamed = new Set(problems.map(({ path }) => path.split(".").slice(0, 2).join(".")));
  const sound = draft.steps.filter(({ path }) => !blamed.has(draft.file.problem(path, "").path));
  return [...problems, ...checkExamples(sound, draft, shelf)];
}
