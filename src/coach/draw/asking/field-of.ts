import type { Field } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { shorten } from "../shorten.ts";
import type { Fielded, FieldSource } from "./fielded.ts";
import { pickOf } from "./pick-of.ts";

/** The field of a column or of a question's own form, called by its id. What comes back from it is read by readValue or readValues. */
export function fieldOf(of: Fielded, source: FieldSource): Field {
  const { language, answering, value } = source;
  const say = words(language);
  const base = {
    id: of.id,
    label: shorten(source.label ?? kindLabel(of, say), LIMITS.fieldLabel),
    ...(of.optional ? { optional: true } : {}),
  };
  const standing = value === undefined ? {} : { value };
  switch (of.kind) {
    case "text":
      return {
        kind: "text",
        ...base,
        ...standing,
        maxLength: of.maxLength,
        ...(of.maxLength > 120 ? { multiline: true } : {}),
      };
    case "number":
      return { kind: "number", ...base, ...standing, ...(of.unit ? { unit: of.unit[language] } : {}) };
    case "money":
      return { kind: "number", ...base, ...standing, unit: "€" };
    case "percent":
      return { kind: "number", ...base, ...standing, unit: "%" };
    case "date":
      return { kind: "date", ...base, ...standing };
    case "quarter": {
      const hint = say("coach.ask.exampleHint", { example: quarterExample(answering.context.today, language) });
      return { kind: "text", ...base, ...standing, hint, maxLength: 40 };
    }
    case "customer":
      return { kind: "text", ...base, ...standing, maxLength: isMany(of) ? 1000 : 200 };
    case "person":
    case "choice":
    case "choices":
    case "rank":
      return pickOf(of, base, source);
    default:
      return of satisfies never;
  }
}

function kindLabel(of: Fielded, say: Say): string {
  if (of.kind === "text") return "";
  if (of.kind === "customer" && isMany(of)) return say("coach.ask.fields.customers");
  if (of.kind === "person" && of.many) return say("coach.ask.fields.people");
  if (of.kind === "choices" && of.max !== undefined) return say("coach.ask.fields.choicesMax", { max: of.max });
  return say(`coach.ask.fields.${of.kind}`);
}

function isMany(of: Fielded): boolean {
  return "many" in of && of.many;
}

function quarterExample(today: string, language: Language): string {
  const year = Number(today.slice(0, 4)) + 1;
  return language === "fi" ? `Q1/${year}` : `Q1 ${year}`;
}
