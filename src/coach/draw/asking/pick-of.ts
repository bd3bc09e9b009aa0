import type { Answering } from "../../../flow/answers.ts";
import { rankLength } from "../../../flow/fits.ts";
import { optionsOf } from "../../../flow/options.ts";
import type { Field, FieldOption } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import { words } from "../../../text/text.ts";
import { shorten } from "../shorten.ts";
import type { Fielded, FieldSource } from "./fielded.ts";

type Picked = Extract<Fielded, { kind: "person" | "choice" | "choices" | "rank" }>;
interface Base {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean;
}

/** The field of what is chosen among options or people. A rank is typed: no channel has a field that puts things in order. */
export function pickOf(of: Picked, base: Base, { answering, value, language }: FieldSource): Field {
  const standing = value === undefined ? {} : { value };
  const options = of.kind === "person" ? people(answering) : choosable(of, answering, language);
  switch (of.kind) {
    case "person":
      return of.many
        ? { kind: "pick-many", ...base, options, ...(value ? { values: value.split(";") } : {}) }
        : { kind: "pick", ...base, ...standing, options };
    case "choice":
      return { kind: "pick", ...base, ...(of.optional ? standing : onlyOne(options)), ...standing, options };
    case "choices":
      return {
        kind: "pick-many",
        ...base,
        options,
        ...(of.max === undefined ? {} : { max: of.max }),
        ...(value ? { values: value.split(";") } : {}),
      };
    case "rank":
      return rankField(of, { ...base, ...standing }, answering, language);
    default:
      return of satisfies never;
  }
}

function rankField(
  of: Extract<Picked, { kind: "rank" }>,
  base: Base,
  { flow, answers, context }: Answering,
  language: FieldSource["language"],
): Field {
  const say = words(language);
  const options = optionsOf(of, flow, answers, context);
  const top = rankLength(of, options.length);
  const example = Array.from({ length: top }, (_, index) => top - index).join(", ");
  return {
    kind: "text",
    ...base,
    ...(top < options.length ? { label: say("coach.ask.fields.rankTop", { top }) } : {}),
    hint: say("coach.ask.exampleHint", { example }),
    maxLength: 200,
  };
}

/** Where there is nothing else to pick and something must be, it is picked. */
function onlyOne(options: readonly FieldOption[]): { readonly value?: string } {
  const [only, other] = options;
  return only && !other ? { value: only.value } : {};
}

function people({ context }: Answering): FieldOption[] {
  return context.people.map(({ id, name }) => option(id, name));
}

function choosable(of: Picked, { flow, answers, context }: Answering, language: FieldSource["language"]) {
  return optionsOf(of, flow, answers, context).map(({ id, label }) => option(id, label[language]));
}

function option(value: string, label: string): FieldOption {
  return { value, label: shorten(label, LIMITS.optionLabel) };
}
