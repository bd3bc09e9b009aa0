import type { Contact } from "../../../../customers/contact.ts";
import type { Directory } from "../../../../people/directory.ts";
import { words } from "../../../../text/text.ts";
import { personName } from "../../../draw/naming.ts";
import { withoutStop } from "../../../draw/shorten.ts";
import { day } from "../../../draw/when.ts";
import type { Listener } from "../../../scene.ts";

type Plan = Pick<Contact, "due" | "by" | "purpose" | "notes">;

/** "ti 1.12., Satu Korhonen: sopimus kahdelle. Tarve ja vaatimukset: …; Tarjottu ratkaisu: …": what a sales plan means to do, and whose it is. */
export function salePlanWords(plan: Plan, directory: Directory, listener: Listener, now: number): string {
  const { language } = listener;
  const who = plan.by === null ? "" : personName(directory, plan.by, language);
  const when = plan.due === null ? "" : day(plan.due, listener, now);
  const head = [when, who].filter((part) => part !== "").join(", ");
  const notes = saleNotes(plan);
  return `${withoutStop(head)}: ${withoutStop(plan.purpose)}${notes === "" ? "" : `. ${notes}`}`;
}

/** "Suunnitteli Satu Korhonen. Tarve ja vaatimukset: …" */
export function salePlanBeside(plan: Plan, directory: Directory, { language }: Listener): string {
  const notes = saleNotes(plan);
  const by =
    plan.by === null ? "" : words(language)("history.plannedBy", { who: personName(directory, plan.by, language) });
  return [by, notes].filter((part) => part !== "").join(" ");
}

/** Need and offer stand in the notes, one a line. */
function saleNotes({ notes }: Plan): string {
  return notes.split("\n").map(withoutStop).join("; ");
}
