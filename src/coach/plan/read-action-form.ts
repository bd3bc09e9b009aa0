import { readDate } from "../../flow/reading/read-plain.ts";
import type { FormValues } from "../../message/form.ts";
import { type ActionContent, type Due, LONGEST, type PlanAction } from "../../plan/action.ts";
import { dueDate } from "../../plan/due.ts";
import type { Language, Say } from "../../text/text.ts";
import { many, one } from "../form-values.ts";
import { dueText } from "./draw/action-forms.ts";
import type { Dimension } from "./plan-view.ts";
import { readDue } from "./read-due.ts";

export type Mistakes = { [field: string]: string };

interface Known {
  readonly say: Say;
  readonly language: Language;
  readonly today: string;
  readonly dimensions: readonly Dimension[];
  readonly isHere: (person: string) => boolean;
  /** What stood in the form: a date that was left as it was may be over. */
  readonly standing?: PlanAction;
}

export interface ReadForm {
  readonly content: Partial<ActionContent> & Pick<ActionContent, "what">;
  readonly owners: readonly string[];
}

/** Reads the forms of a new and of an edited action; fields that the form did not have stay out. Mistakes are told field by field. */
export function readActionForm(values: FormValues, known: Known): ReadForm | { readonly mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const what = one(values.what).replace(/\s+/gu, " ").trim();
  if (what === "") mistakes.what = known.say("plan.refused.what");
  if (what.length > LONGEST.what) mistakes.what = known.say("turn.tooLong", { count: LONGEST.what });
  const owners = many(values.owners);
  if (!owners.every(known.isHere)) mistakes.owners = known.say("plan.refused.person");
  const due = readDueField(values, known, mistakes);
  const content = {
    what,
    due,
    firstDeed: readDeed(values, known, mistakes, due),
    ...texts(values, known, mistakes),
    ...readPlace(values, known, mistakes),
  };
  return Object.keys(mistakes).length > 0 ? { mistakes } : { content, owners };
}

export function readDueField(
  values: FormValues,
  known: Omit<Known, "isHere" | "dimensions">,
  mistakes: Mistakes,
): Due | null {
  const typed = one(values.due).trim();
  const { standing, language, say } = known;
  if (typed === "") return null;
  if (standing && typed === dueText(standing.due, language)) return standing.due;
  const read = readDue(typed, known);
  if (read.kind === "due") return read.due;
  mistakes.due = read.kind === "none" ? say("plan.refused.due") : read.kind === "refused" ? read.reason : read.question;
  return null;
}

export function readDeed(
  values: FormValues,
  { standing, today, language, say }: Omit<Known, "isHere" | "dimensions">,
  mistakes: Mistakes,
  due: Due | null,
): ActionContent["firstDeed"] {
  const what = one(values.deed).replace(/\s+/gu, " ").trim();
  const typed = one(values.deedOn).trim();
  if (what.length > LONGEST.deed) mistakes.deed = say("turn.tooLong", { count: LONGEST.deed });
  if (what === "" && typed === "") return null;
  if (what === "") mistakes.deed = say("plan.refused.deed");
  if (typed === "" || typed === standing?.firstDeed?.on) return { what, on: typed === "" ? null : typed };
  const read = readDate(typed, { today, language, earliest: today });
  if (!read.ok) {
    mistakes.deedOn = read.reason;
    return null;
  }
  if (due !== null && read.value > dueDate(due)) mistakes.deedOn = say("plan.refused.deedLate");
  return { what, on: read.value };
}

function texts(values: FormValues, { say }: Known, mistakes: Mistakes) {
  const read: { -readonly [field in "doneWhen" | "resources" | "notes"]?: string } = {};
  for (const field of ["doneWhen", "resources", "notes"] as const) {
    const value = values[field];
    if (value === undefined) continue;
    read[field] = one(value).trim();
    if (one(value).trim().length > LONGEST.text) mistakes[field] = say("turn.tooLong", { count: LONGEST.text });
  }
  return read;
}

function readPlace(values: FormValues, { dimensions, say }: Known, mistakes: Mistakes) {
  if (values.dimension === undefined && values.level === undefined) return {};
  const dimension = dimensions.find(({ id }) => id === one(values.dimension))?.id ?? null;
  const typed = one(values.level).trim();
  const level = typed === "" ? null : Number(typed);
  if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= 5)) {
    mistakes.level = say("plan.refused.level");
    return {};
  }
  return { dimension, level };
}
