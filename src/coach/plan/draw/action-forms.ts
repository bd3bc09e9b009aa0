import { addWorkingDays } from "../../../calendar/working-day.ts";
import { formatDate, formatQuarter } from "../../../flow/wording/format.ts";
import type { Field, FieldOption, Form } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Person, Team } from "../../../people/records.ts";
import { type Due, LONGEST, type PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../../draw/shorten.ts";
import type { PlanButtonOf } from "../plan-actions.ts";
import type { Dimension } from "../plan-view.ts";

/** The first deed belongs within ten working days; a week is offered. */
const DEED_WORKING_DAYS = 5;
/** Slack takes a hundred options. */
const MOST_OPTIONS = 100;

export interface FormKnown {
  readonly language: Language;
  /** Who can own it: the team's people. */
  readonly people: readonly Person[];
  readonly dimensions: readonly Dimension[];
  readonly today: string;
}

/** A new action (fields team where there are several, what, owners, due, deed, deedOn, doneWhen). */
export function newForm(
  { language, people, today }: Omit<FormKnown, "dimensions">,
  {
    teams,
    submit,
    text,
  }: { readonly teams: readonly Team[]; readonly submit: PlanButtonOf<"plan-add">; readonly text?: string },
): Form {
  const say = words(language);
  return {
    title: say("plan.form.new"),
    fields: [
      ...(teams.length > 1 ? [teamField(teams, say)] : []),
      whatField(say, text),
      ...(people.length > 0 ? [ownersField(people, say, [])] : []),
      dueField(say, ""),
      ...deedFields(say, { today, deed: undefined, optional: true }),
      textField("doneWhen", say("plan.form.doneWhen"), ""),
    ],
    submit: say("plan.form.save"),
    action: actionText(submit),
  };
}

/** All that can be edited (fields what, owners, due, deed, deedOn, dimension, level, doneWhen, resources, notes). */
export function editForm(action: PlanAction, known: FormKnown, submit: PlanButtonOf<"plan-save">): Form {
  const { language, people, dimensions } = known;
  const say = words(language);
  const level = action.level === null ? "" : String(action.level);
  return {
    title: say("plan.form.edit"),
    fields: [
      whatField(say, action.what),
      ...(people.length > 0 ? [ownersField(people, say, [...takersOf(action), ...proposedOf(action)])] : []),
      dueField(say, dueText(action.due, language)),
      ...deedFields(say, { today: known.today, deed: action.firstDeed ?? undefined, optional: true }),
      ...(dimensions.length > 0
        ? [dimensionField(dimensions, say, language, action.dimension), levelField(say, level)]
        : []),
      textField("doneWhen", say("plan.form.doneWhen"), action.doneWhen),
      textField("resources", say("plan.form.resources"), action.resources),
      textField("notes", say("plan.form.notes"), action.notes),
    ],
    submit: say("plan.form.save"),
    action: actionText(submit),
  };
}

/** The forms of one thing: another date, another owner, what is in the way, why it is dropped, the first deed. */
export function shortForm(action: PlanAction, known: FormKnown, submit: PlanButtonOf<"plan-save">): Form {
  const { language, people, today } = known;
  const say = words(language);
  const { form } = submit;
  return {
    title: say(`plan.form.${form}`),
    intro: shorten(action.what, LIMITS.heading),
    fields: fieldsOf(form, action, { say, language, people, today }),
    submit: say("plan.form.save"),
    action: actionText(submit),
  };
}

function fieldsOf(
  form: PlanButtonOf<"plan-save">["form"],
  action: PlanAction,
  { say, language, people, today }: Omit<FormKnown, "dimensions"> & { readonly say: Say },
): readonly Field[] {
  switch (form) {
    case "move":
      return [dueField(say, dueText(action.due, language))];
    case "hand":
      return [{ kind: "pick", id: "to", label: say("plan.form.to"), options: optionsOf(people) }];
    case "block":
      return [{ ...textField("why", say("plan.form.whyBlocked"), ""), maxLength: LONGEST.why, optional: false }];
    case "drop":
      return [{ ...textField("why", say("plan.form.why"), ""), maxLength: LONGEST.why, optional: false }];
    case "deed":
      return deedFields(say, { today, deed: action.firstDeed ?? undefined, optional: false });
    case "edit":
      return [whatField(say, action.what)];
    default:
      return form satisfies never;
  }
}

/** A due date as a person would type it; "" where there is none. */
export function dueText(due: Due | null, language: Language): string {
  if (due === null) return "";
  return due.kind === "day" ? formatDate(due.on, language) : formatQuarter(due, language);
}

function whatField(say: Say, value: string | undefined): Field {
  const base = { kind: "text", id: "what", label: say("plan.form.what"), maxLength: LONGEST.what } as const;
  return value ? { ...base, value: shorten(value, LONGEST.what) } : base;
}

function ownersField(people: readonly Person[], say: Say, values: readonly string[]): Field {
  const options = optionsOf(people);
  return {
    kind: "pick-many",
    id: "owners",
    label: say("plan.form.owners"),
    hint: say("plan.form.ownersHint"),
    options,
    values: values.filter((id) => options.some(({ value }) => value === id)),
    optional: true,
  };
}

function dueField(say: Say, value: string): Field {
  const label = { label: say("plan.form.due"), hint: say("plan.form.dueHint") };
  return { kind: "text", id: "due", ...label, maxLength: 40, optional: true, value };
}

function deedFields(
  say: Say,
  { today, deed, optional }: { today: string; deed: PlanAction["firstDeed"] | undefined; optional: boolean },
): readonly Field[] {
  const on = deed?.on ?? (optional ? "" : addWorkingDays(today, DEED_WORKING_DAYS));
  return [
    {
      kind: "text",
      id: "deed",
      label: say("plan.form.deedWhat"),
      hint: say("plan.form.deedHint"),
      maxLength: LONGEST.deed,
      value: deed?.what ?? "",
      optional,
    },
    { kind: "date", id: "deedOn", label: say("plan.form.deedOn"), value: on, optional },
  ];
}

function dimensionField(dimensions: readonly Dimension[], say: Say, language: Language, value: string | null): Field {
  const options = dimensions.map(({ id, title }) => ({
    value: id,
    label: shorten(title[language], LIMITS.optionLabel),
  }));
  const all = [{ value: "none", label: say("plan.form.none") }, ...options];
  const chosen = all.some((option) => option.value === value) ? (value ?? "none") : "none";
  return {
    kind: "pick",
    id: "dimension",
    label: say("plan.form.dimension"),
    options: all,
    value: chosen,
    optional: true,
  };
}

function levelField(say: Say, value: string): Field {
  return { kind: "number", id: "level", label: say("plan.form.level"), value, optional: true };
}

function teamField(teams: readonly Team[], say: Say): Field {
  const options = teams
    .slice(0, MOST_OPTIONS)
    .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) }));
  return { kind: "pick", id: "team", label: say("plan.form.team"), options };
}

function textField(id: string, label: string, value: string) {
  return { kind: "text", id, label, maxLength: LONGEST.text, multiline: true, optional: true, value } as const;
}

function optionsOf(people: readonly Person[]): readonly FieldOption[] {
  return people
    .slice(0, MOST_OPTIONS)
    .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) }));
}
