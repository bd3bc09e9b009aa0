import type { AnyBlock } from "@slack/types";
import { z } from "zod";
import type { FormValues } from "../../../../src/message/form.ts";

const option = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() });
const options = z.array(option);
const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  text: z.looseObject({ text: z.string() }).optional(),
  options: options.optional(),
  option_groups: z.array(z.looseObject({ options })).optional(),
  initial_value: z.string().optional(),
  initial_date: z.string().optional(),
  initial_time: z.string().optional(),
  initial_option: option.optional(),
  initial_options: options.optional(),
});
type Element = z.infer<typeof element>;
const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
});

interface Tap {
  readonly label: string;
  readonly sent: object;
}

/** Every tap that these blocks offer, with what stands on it and the action as Slack sends it in block_actions. */
export function tapsIn(blocks: readonly AnyBlock[]): readonly Tap[] {
  return blocks.flatMap((one) => {
    const { type, block_id, elements = [], accessory } = block.parse(one);
    if (type !== "actions" && type !== "section") return [];
    return [...elements, ...(accessory ? [accessory] : [])].flatMap((part): readonly Tap[] => {
      const { type: kind, action_id, value, text, options: offered } = element.parse(part);
      const base = { type: kind, action_id, block_id, action_ts: "1733050800.000100" };
      if (kind === "button") return [{ label: text?.text ?? "", sent: { ...base, value, text } }];
      return (offered ?? []).map((selected_option) => ({
        label: selected_option.text.text,
        sent: { ...base, selected_option },
      }));
    });
  });
}

/** What `state.values` holds when nobody has touched anything. */
export function untouched(blocks: readonly AnyBlock[]): object {
  return stateOf(blocks, (one) => one);
}

/** What `state.values` holds after a person has filled the fields; by block_id and action_id, as Slack has it. */
export function filled(
  blocks: readonly AnyBlock[],
  typed: FormValues,
  fieldOf: (blockId: string) => string | undefined,
) {
  return stateOf(blocks, (one, blockId) => {
    const value = typed[fieldOf(blockId) ?? ""];
    const offered = one.options ?? (one.option_groups ?? []).flatMap((group) => group.options);
    const chosen = offered.filter((each) => (Array.isArray(value) ? value.includes(each.value) : each.value === value));
    return {
      type: one.type,
      action_id: one.action_id,
      ...(typeof value === "string" ? { initial_value: value, initial_date: value, initial_time: value } : {}),
      ...(chosen[0] ? { initial_option: chosen[0] } : {}),
      initial_options: chosen,
    };
  });
}

function stateOf(blocks: readonly AnyBlock[], standing: (one: Element, blockId: string) => Element): object {
  return Object.fromEntries(
    blocks.flatMap((one) => {
      const { type, block_id = "", element: input } = block.parse(one);
      if (type !== "input") return [];
      const stood = standing(element.parse(input), block_id);
      return [[block_id, { [stood.action_id]: { type: stood.type, ...standingIn(stood) } }]];
    }),
  );
}

function standingIn(one: Element): object {
  switch (one.type) {
    case "plain_text_input":
      return { value: one.initial_value ?? null };
    case "datepicker":
      return { selected_date: one.initial_date ?? null };
    case "timepicker":
      return { selected_time: one.initial_time ?? null };
    case "multi_static_select":
    case "checkboxes":
      return { selected_options: one.initial_options ?? [] };
    default:
      return { selected_option: one.initial_option ?? null };
  }
}
