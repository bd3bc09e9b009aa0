import type { AnyBlock, View } from "@slack/types";
import { z } from "zod";

/**
 * Slack's Block Kit as Luotsi uses it, written from its reference (docs.slack.dev/reference/block-kit) and not from the limits that drawing knows:
 * an unknown property, a wrong length and a missing part are each told as a line.
 */
const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: solid(most), emoji: z.literal(false) });
const solid = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.trim() !== "", "says nothing")
    .refine(noHalfPair, "ends within a character");
const noHalfPair = (text: string) => !/[\uD800-\uDBFF]…?$/.test(text);
const id = z.string().min(1).max(255);
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) });
const many = (most: number) => z.array(option).min(1).max(most).refine(differ, "two options share a value");
const differ = (options: readonly { readonly value: string }[]) =>
  new Set(options.map(({ value }) => value)).size === options.length;
const base = { action_id: id };
const list = {
  ...base,
  placeholder: plain(150),
  options: many(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plain(75), options: many(100) }))
    .min(1)
    .max(100)
    .optional(),
};

const button = z.strictObject({
  type: z.literal("button"),
  ...base,
  text: plain(75),
  value: z.string().min(1).max(2000),
  style: z.literal("primary").optional(),
  accessibility_label: solid(75).optional(),
});
const overflow = z.strictObject({ type: z.literal("overflow"), ...base, options: many(5) });
const select = z
  .strictObject({ type: z.literal("static_select"), ...list, initial_option: option.optional() })
  .refine((one) => (one.options === undefined) !== (one.option_groups === undefined), "options or groups")
  .refine((one) => stands(one, one.initial_option ? [one.initial_option] : []), "stands on what is no option");
const multiSelect = z
  .strictObject({ type: z.literal("multi_static_select"), ...list, initial_options: many(100).optional() })
  .refine((one) => (one.options === undefined) !== (one.option_groups === undefined), "options or groups")
  .refine((one) => stands(one, one.initial_options ?? []), "stands on what is no option");
const checkboxes = z
  .strictObject({ type: z.literal("checkboxes"), ...base, options: many(10), initial_options: many(10).optional() })
  .refine((one) => stands(one, one.initial_options ?? []), "stands on what is no option");
const radios = z
  .strictObject({ type: z.literal("radio_buttons"), ...base, options: many(10), initial_option: option.optional() })
  .refine((one) => stands(one, one.initial_option ? [one.initial_option] : []), "stands on what is no option");
const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...base,
  placeholder: plain(150),
  initial_date: z.iso.date().optional(),
});
const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...base,
  placeholder: plain(150),
  initial_time: z.iso.time({ precision: -1 }).optional(),
});
const textInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    ...base,
    multiline: z.boolean(),
    max_length: z.int().min(1).max(3000),
    initial_value: z.string().min(1).max(3000).optional(),
  })
  .refine((one) => (one.initial_value?.length ?? 0) <= one.max_length, "stands on a text longer than may be typed");

interface Listed {
  readonly options?: readonly object[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly object[] }[] | undefined;
}

function stands({ options, option_groups: groups }: Listed, initial: readonly object[]): boolean {
  const offered = (options ?? (groups ?? []).flatMap((group) => group.options)).map((one) => JSON.stringify(one));
  return initial.every((one) => offered.includes(JSON.stringify(one)));
}

const styled = {
  style: z.strictObject({ bold: z.literal(true).optional(), italic: z.literal(true).optional() }).optional(),
};
const run = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), ...styled }),
  z.strictObject({ type: z.literal("user"), user_id: z.string().regex(/^[UW][A-Z0-9]+$/) }),
]);
const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), text: plain(150) }),
  z.strictObject({ type: z.literal("context"), elements: z.array(plain(2000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal("rich_text"),
    elements: z
      .array(
        z.discriminatedUnion("type", [
          z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(run).min(1) }),
          z.strictObject({ type: z.literal("rich_text_preformatted"), elements: z.array(run).min(1) }),
        ]),
      )
      .min(1),
  }),
  z.strictObject({
    type: z.literal("section"),
    block_id: id,
    text: plain(3000),
    accessory: button,
  }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: id,
    elements: z
      .array(z.union([button, overflow, select]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal("input"),
    block_id: id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean(),
    element: z.union([textInput, datepicker, timepicker, select, multiSelect, checkboxes, radios]),
  }),
  z.strictObject({ type: z.literal("image"), slack_file: z.strictObject({ id }), alt_text: solid(2000) }),
]);
const view = z.strictObject({
  type: z.enum(["modal", "home"]),
  title: plain(24).optional(),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3000).optional(),
  callback_id: id.optional(),
  blocks: z.array(z.unknown()),
});

/** What Slack would not take in these blocks, a line each. */
export function blockProblems(blocks: readonly AnyBlock[], surface: "message" | "view"): readonly string[] {
  const problems = blocks.flatMap((one, at) => problemsOf(block.safeParse(one), `blocks[${at}] ${one.type}`));
  const most = surface === "message" ? 50 : 100;
  if (blocks.length === 0) problems.push("no blocks");
  if (blocks.length > most) problems.push(`${blocks.length} blocks`);
  const blockIds = blocks.flatMap((one) => one.block_id ?? []);
  if (new Set(blockIds).size < blockIds.length) problems.push("two blocks share an id");
  const actionIds = blocks.flatMap((one) => (one.type === "input" ? [] : actionIdsIn(one)));
  if (new Set(actionIds).size < actionIds.length) problems.push("two elements share an id");
  if (surface === "message" && textIn(blocks) > 12_000 - 100 * blocks.length) problems.push("too much text");
  return problems;
}

export function viewProblems(drawn: View): readonly string[] {
  const problems = [...problemsOf(view.safeParse(drawn), "view"), ...blockProblems(drawn.blocks, "view")];
  if (drawn.type !== "modal") return problems;
  if (drawn.submit === undefined && drawn.blocks.some(({ type }) => type === "input")) problems.push("no submit");
  return problems;
}

function problemsOf(result: z.ZodSafeParseResult<unknown>, path: string): string[] {
  return result.success ? [] : [`${path}: ${z.prettifyError(result.error)}`];
}

/** Input elements share one id, each in a block of its own; all others are told apart in the whole message. */
function actionIdsIn(part: object): readonly string[] {
  return Object.entries(part).flatMap(([key, value]): readonly string[] => {
    if (key === "action_id" && typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? actionIdsIn(value) : [];
  });
}

/** Every character of text, as Slack's support counts it. */
function textIn(part: object): number {
  return Object.entries(part).reduce<number>((sum, [key, value]) => {
    if (typeof value === "string") return key === "text" ? sum + value.length : sum;
    return typeof value === "object" && value !== null ? sum + textIn(value) : sum;
  }, 0);
}
