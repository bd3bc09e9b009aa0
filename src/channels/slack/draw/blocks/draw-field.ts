import type { InputBlock, InputBlockElement, PlainTextOption } from "@slack/types";
import type { FieldOption, FormValues, InputField } from "../../../../message/form.ts";
import { LIMITS } from "../../../../message/limits.ts";
import { shorten } from "../../../../message/shorten.ts";
import { type Language, words } from "../../../../text/text.ts";
import { FIELD_ACTION, fieldBlockId } from "../ids.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { plain } from "./text-objects.ts";

export interface FieldDrawing {
  readonly language: Language;
  /** What was typed, instead of what the form began with. */
  readonly values?: FormValues;
  /** Sets apart the forms of one message; "" in a dialog. */
  readonly form: string;
}

/** Up to this many required options stand open; more are a list, which a phone opens over the whole screen. */
const OPEN_CHOICES = 6;

/** A field's input with its label and hint. Undefined for a choice that has nothing to choose from, which Slack refuses. */
export function drawField(field: InputField, drawing: FieldDrawing): InputBlock | undefined {
  const element = drawElement(field, drawing);
  if (element === undefined) return undefined;
  const unit = field.kind === "number" && field.unit !== undefined ? ` (${field.unit})` : "";
  return {
    type: "input",
    block_id: fieldBlockId(drawing.form, field.id),
    label: plain(`${field.label}${unit}`, SLACK_LIMITS.label),
    optional: field.optional === true,
    element,
    ...(field.hint === undefined || field.hint.trim() === "" ? {} : { hint: plain(field.hint, SLACK_LIMITS.label) }),
  };
}

function drawElement(field: InputField, { language, values }: FieldDrawing): InputBlockElement | undefined {
  const typed = values?.[field.id];
  const own = field.kind === "pick-many" ? undefined : field.value;
  const value = (typeof typed === "string" ? typed : own) ?? "";
  const say = words(language);
  const base = { action_id: FIELD_ACTION };
  switch (field.kind) {
    case "text":
      return textInput(value, field.maxLength, field.multiline === true);
    case "number":
      return textInput(value, LIMITS.fieldLabel, false);
    case "date": {
      const placeholder = plain(say("slack.field.chooseDate"), SLACK_LIMITS.placeholder);
      return { type: "datepicker", ...base, placeholder, ...(isDate(value) ? { initial_date: value } : {}) };
    }
    case "time": {
      const placeholder = plain(say("slack.field.chooseTime"), SLACK_LIMITS.placeholder);
      return { type: "timepicker", ...base, placeholder, ...(isTime(value) ? { initial_time: value } : {}) };
    }
    case "pick":
      return pickOne(field.options, value, { language, open: field.optional !== true });
    case "pick-many":
      return pickMany(field.options, Array.isArray(typed) ? typed : (field.values ?? []), language);
    default:
      return field satisfies never;
  }
}

function textInput(value: string, maxLength: number, multiline: boolean): InputBlockElement {
  const initial = shorten(value, SLACK_LIMITS.inputText);
  const most = Math.min(Math.max(maxLength, initial.length, 1), SLACK_LIMITS.inputText);
  return {
    type: "plain_text_input",
    action_id: FIELD_ACTION,
    multiline,
    max_length: most,
    ...(initial === "" ? {} : { initial_value: initial }),
  };
}

/** Radio buttons cannot be let go again, so an optional choice is a list however short. */
function pickOne(
  options: readonly FieldOption[],
  value: string,
  { language, open }: { readonly language: Language; readonly open: boolean },
): InputBlockElement | undefined {
  const drawn = drawOptions(options);
  if (drawn.length === 0) return undefined;
  const initial = drawn.find((option) => option.value === value);
  const standing = initial ? { initial_option: initial } : {};
  return open && drawn.length <= OPEN_CHOICES
    ? { type: "radio_buttons", action_id: FIELD_ACTION, options: drawn, ...standing }
    : { type: "static_select", action_id: FIELD_ACTION, ...choose(language), ...listOf(drawn), ...standing };
}

function pickMany(
  options: readonly FieldOption[],
  values: readonly string[],
  language: Language,
): InputBlockElement | undefined {
  const drawn = drawOptions(options);
  if (drawn.length === 0) return undefined;
  const initial = drawn.filter((option) => values.includes(option.value));
  const standing = initial.length > 0 ? { initial_options: initial } : {};
  return drawn.length <= SLACK_LIMITS.openOptions
    ? { type: "checkboxes", action_id: FIELD_ACTION, options: drawn, ...standing }
    : { type: "multi_static_select", action_id: FIELD_ACTION, ...choose(language), ...listOf(drawn), ...standing };
}

function choose(language: Language) {
  return { placeholder: plain(words(language)("slack.field.choose"), SLACK_LIMITS.placeholder) };
}

type DrawnOption = PlainTextOption & { value: string };

/** Options with a value that Slack can carry, once each. */
function drawOptions(options: readonly FieldOption[]): DrawnOption[] {
  const byValue = new Map(options.map((option) => [option.value, option]));
  return [...byValue.values()]
    .filter(({ value }) => value !== "" && value.length <= SLACK_LIMITS.optionValue)
    .map(({ value, label }) => ({ text: plain(label, SLACK_LIMITS.optionText), value }));
}

/** A list, in groups named by what they run from and to where it is longer than Slack's. */
function listOf(options: DrawnOption[]) {
  const size = SLACK_LIMITS.selectOptions;
  if (options.length <= size) return { options };
  const groups = Array.from(
    { length: Math.min(Math.ceil(options.length / size), SLACK_LIMITS.optionGroups) },
    (_, at) => options.slice(at * size, (at + 1) * size),
  );
  const end = Math.floor((SLACK_LIMITS.optionText - 3) / 2);
  return {
    option_groups: groups.map((group) => {
      const [from, to] = [group[0], group.at(-1)].map((option) => shorten(option?.text.text ?? "", end));
      return { label: plain(`${from} – ${to}`, SLACK_LIMITS.optionText), options: group };
    }),
  };
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isTime(value: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
}
